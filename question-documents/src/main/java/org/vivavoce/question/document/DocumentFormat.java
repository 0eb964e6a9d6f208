package org.vivavoce.question.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.document.csv.CsvReader;
import org.vivavoce.question.document.csv.CsvWriter;
import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.document.markdown.MarkdownReader;
import org.vivavoce.question.document.markdown.MarkdownWriter;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.LevelName;
import org.vivavoce.question.document.source.ParseResult;
import org.vivavoce.question.document.source.Part;
import org.vivavoce.question.document.source.TextUnit;
import org.vivavoce.question.document.text.TextReader;
import org.vivavoce.question.document.text.TextUnits;
import org.vivavoce.question.document.yaml.YamlReader;
import org.vivavoce.question.document.yaml.YamlWriter;

/**
 * A format that question sets are written in.
 */
public enum DocumentFormat {

	YAML(List.of("yaml", "yml"), "YAML", List.of("application/yaml", "application/x-yaml", "text/yaml"),
			YamlReader::read, YamlWriter::write),

	CSV(List.of("csv", "tsv"), "CSV", List.of("text/csv"), CsvReader::read, CsvWriter::write),

	MARKDOWN(List.of("md", "markdown"), "Markdown", List.of("text/markdown"), MarkdownReader::read,
			MarkdownWriter::write),

	TEXT(List.of("txt"), "Plain text", List.of("text/plain"), TextReader::read, null);

	private static final String MARK = "\uFEFF";

	/**
	 * How many characters tell the format.
	 */
	private static final int BEGINNING = 262_144;

	private final List<String> extensions;

	private final String title;

	private final List<String> types;

	private final BiFunction<byte[], DocumentOverrides, ParseResult> reader;

	private final @Nullable Function<QuestionSetDraft, String> writer;

	DocumentFormat(List<String> extensions, String title, List<String> types,
			BiFunction<byte[], DocumentOverrides, ParseResult> reader,
			@Nullable Function<QuestionSetDraft, String> writer) {
		this.extensions = extensions;
		this.title = title;
		this.types = types;
		this.reader = reader;
		this.writer = writer;
	}

	/**
	 * The format of a media type without parameters.
	 * @throws IllegalArgumentException when it is the type of none
	 */
	public static DocumentFormat ofType(String type) {
		return Arrays.stream(values())
			.filter((format) -> format.types.contains(type.toLowerCase(Locale.ROOT)))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(type + " is the type of no document"));
	}

	/**
	 * The format that a document seems to have.
	 * @param filename may be empty
	 * @return YAML when nothing tells
	 */
	public static DocumentFormat detect(String filename, String text) {
		// plain text may be called anything, and anything plain text
		return ofFilename(filename).filter((format) -> format != TEXT)
			.orElseGet(() -> detect(text.substring(0, Math.min(text.length(), BEGINNING))));
	}

	/**
	 * The format of a file by the ending of its name.
	 */
	public static Optional<DocumentFormat> ofFilename(String filename) {
		String ending = filename.substring(filename.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter((format) -> format.extensions.contains(ending)).findFirst();
	}

	private static DocumentFormat detect(String text) {
		String first = text.lines().filter((line) -> !line.isBlank()).findFirst().orElse("");
		long columns = Arrays.stream(first.split("[,;\t]")).filter((name) -> Part.of(name).isPresent()).count();
		if (text.lines().anyMatch((line) -> line.matches("levels\\s*:.*"))) {
			return YAML;
		}
		if (columns > 1 || first.matches("(?i)\uFEFF?\"?sep=.*")) {
			return CSV;
		}
		if (text.lines()
			.anyMatch(
					(line) -> line.startsWith("#") && line.matches("#{1,6} .*") && LevelName.find(line).isPresent())) {
			return MARKDOWN;
		}
		boolean headed = TextUnits.of(text).stream().map(TextUnit::of).anyMatch(TextUnit::levelHeading);
		return headed ? TEXT : YAML;
	}

	/**
	 * Of a file's name, without a dot; the usual one.
	 */
	public String extension() {
		return this.extensions.getFirst();
	}

	public String title() {
		return this.title;
	}

	/**
	 * Its media types, the usual one first.
	 */
	public List<String> types() {
		return this.types;
	}

	/**
	 * Read a document. Large ones take seconds; whoever does not want the result any more
	 * interrupts the thread.
	 * @throws CancellationException when the thread is interrupted
	 */
	public ParseResult read(byte[] document, DocumentOverrides documentOverrides) {
		return this.reader.apply(document, documentOverrides);
	}

	/**
	 * Whether sets are also written in it; plain text has no place for ids.
	 */
	public boolean written() {
		return this.writer != null;
	}

	/**
	 * A document as a file: spreadsheets take one for UTF-8 only when it begins with a
	 * byte order mark.
	 */
	public byte[] asFile(byte[] document) {
		byte[] mark = ((this == CSV) ? MARK : "").getBytes(StandardCharsets.UTF_8);
		return ByteBuffer.allocate(mark.length + document.length).put(mark).put(document).array();
	}

	/**
	 * Write a set.
	 * @throws IllegalStateException when it is not {@link #written}
	 */
	public String write(QuestionSetDraft set) {
		if (this.writer == null) {
			throw new IllegalStateException("Nothing is written as " + this.title);
		}
		return this.writer.apply(set);
	}

}
