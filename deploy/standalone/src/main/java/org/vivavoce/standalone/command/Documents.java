package org.vivavoce.standalone.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

import org.vivavoce.question.document.DocumentFormat;
import org.vivavoce.question.document.source.DocumentLimits;

/**
 * Documents and how they are read.
 */
final class Documents {

	private static final String STANDARD_INPUT = "-";

	private static final String NO_SUCH_NAME = "this terminal's character set has no such name; set LC_ALL=C.UTF-8.";

	@Parameters(paramLabel = "FILE", arity = "1..*", description = "Documents; - reads standard input.")
	private List<String> files = List.of();

	@Option(names = "--format", paramLabel = "FORMAT",
			description = "${COMPLETION-CANDIDATES}; by the ending of the name when left out.")
	private @Nullable DocumentFormat format;

	@Option(names = "--technology", paramLabel = "NAME", description = "Where a document does not name it.")
	private String technology = "";

	@Option(names = "--id", paramLabel = "ID", description = "For a set beside the technology's own.")
	private String id = "";

	/**
	 * The files.
	 * @throws CommandException when the format of one cannot be told, before any is sent
	 */
	List<String> files() {
		this.files.forEach(this::format);
		return this.files;
	}

	Map<String, String> names() {
		return Map.of("technology", this.technology, "id", this.id);
	}

	DocumentFormat format(String file) {
		return Optional.ofNullable(this.format)
			.or(() -> DocumentFormat.ofFilename(file))
			.orElseThrow(() -> new CommandException(
					file + ": the name does not tell which format it is; say it with --format."));
	}

	/**
	 * The content of a file.
	 * @param input what {@code -} stands for
	 * @throws UnreadableFileException when there is none, or more than any format may
	 * have
	 */
	byte[] read(String file, InputStream input) {
		try {
			byte[] document = file.equals(STANDARD_INPUT) ? beginning(input) : beginning(Path.of(file));
			if (document.length > DocumentLimits.LARGEST) {
				throw new UnreadableFileException(file + ":1: the document is larger than 5 MiB");
			}
			return document;
		}
		catch (IOException ex) {
			throw new UnreadableFileException(file + " cannot be read.", ex);
		}
		catch (InvalidPathException ex) {
			throw new UnreadableFileException(file + ": " + NO_SUCH_NAME, ex);
		}
	}

	private static byte[] beginning(Path file) throws IOException {
		try (InputStream content = Files.newInputStream(file)) {
			return beginning(content);
		}
	}

	private static byte[] beginning(InputStream content) throws IOException {
		return content.readNBytes(DocumentLimits.LARGEST + 1);
	}

	/**
	 * The file that an option names.
	 * @throws TypeConversionException when no file can have the name
	 */
	static Path named(String file) {
		try {
			return Path.of(file);
		}
		catch (InvalidPathException ex) {
			throw new TypeConversionException(NO_SUCH_NAME);
		}
	}

}
