package org.vivavoce.standalone.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

import org.vivavoce.question.document.DocumentFormat;

/**
 * {@code question-sets}: previews, imports and exports question sets of a pipeline that
 * is running. Exit code 0 when all went well, 1 when something was refused, could not be
 * read or written, or nobody answered, 2 for a wrong command line.
 */
@Command(name = QuestionSets.NAME, sortOptions = false,
		description = "Preview, import and export question sets of the pipeline that is running.",
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:all went well", "1:something was refused, could not be read or written, or nobody answered",
				"2:the command line is wrong" })
public final class QuestionSets {

	/**
	 * The first word of the command line.
	 */
	public static final String NAME = "question-sets";

	private static final int REFUSED = 1;

	private static final String JSON = "application/json";

	@Mixin
	private Server server = new Server();

	@Option(names = { "-h", "--help" }, usageHelp = true, scope = ScopeType.INHERIT, description = "Show this help.")
	private boolean help;

	@Spec
	private @Nullable CommandSpec spec;

	private final InputStream input;

	private final PrintStream output;

	private final PrintStream errors;

	private QuestionSets(InputStream input, PrintStream output, PrintStream errors) {
		this.input = input;
		this.output = output;
		this.errors = errors;
	}

	/**
	 * Carry out a command.
	 * @param arguments without the first word
	 * @return the exit code
	 */
	public static int run(String... arguments) {
		return run(System.in, System.out, System.err, arguments);
	}

	/**
	 * Carry out a command.
	 * @param input what the file name {@code -} stands for
	 * @param arguments without the first word
	 * @return the exit code
	 */
	public static int run(InputStream input, PrintStream output, PrintStream errors, String... arguments) {
		QuestionSets command = new QuestionSets(input, output, errors);
		CommandLine line = new CommandLine(command);
		line.setCaseInsensitiveEnumValuesAllowed(true);
		line.registerConverter(Path.class, Documents::named);
		line.setOut(new PrintWriter(command.output, true, StandardCharsets.UTF_8));
		line.setErr(new PrintWriter(command.errors, true, StandardCharsets.UTF_8));
		line.setExecutionExceptionHandler((ex, each, result) -> {
			if (ex instanceof CommandException known) {
				command.errors.println(known.getMessage());
				return REFUSED;
			}
			throw ex;
		});
		int code = line.execute(arguments);
		// a backup on a full disk must not look like one
		if (output.checkError()) {
			errors.println("Standard output could not be written.");
			return Math.max(code, REFUSED);
		}
		return code;
	}

	/**
	 * Say what an import would do.
	 */
	@Command(name = "preview", sortOptions = false,
			description = "Say what an import would change, and change nothing.")
	int preview(@Mixin Documents documents) {
		return each(documents, (file) -> {
			Reply reply = send("/question-sets/preview", documents, file, "");
			return told(reply, file, () -> PreviewText.of(file, reply.json()));
		});
	}

	/**
	 * Import documents, each for itself.
	 */
	@Command(name = "import", sortOptions = false, description = "Import documents, each completely or not at all.")
	int importSets(@Mixin Documents documents, @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "",
			description = "Why, for the history of the questions.") String reason) {
		return each(documents, (file) -> {
			Reply reply = send("/question-sets", documents, file, reason);
			return told(reply, file, () -> List.of(imported(file, reply)));
		});
	}

	private static String imported(String file, Reply reply) {
		JsonNode set = reply.json();
		int revision = set.path("revision").asInt();
		return (reply.status() == 201) ? file + ": imported as revision " + revision + ": " + PreviewText.set(set)
				: file + ": says exactly what is there, which stays at revision " + revision;
	}

	/**
	 * Export a set.
	 */
	@Command(name = "export", sortOptions = false,
			description = "Write a set as a document that can be imported again.")
	int export(@Parameters(paramLabel = "ID", description = "Id of the set.") String id, @Option(names = "--format",
			paramLabel = "FORMAT",
			description = "YAML, CSV or MARKDOWN; by the ending of the output, or YAML, when left out.") @Nullable DocumentFormat format,
			@Option(names = "--output", paramLabel = "FILE",
					description = "Standard output when left out.") @Nullable Path file) {
		DocumentFormat type = Optional.ofNullable(format)
			.or(() -> Optional.ofNullable(file).flatMap((each) -> DocumentFormat.ofFilename(each.toString())))
			.orElse(DocumentFormat.YAML);
		if (type == DocumentFormat.TEXT) {
			throw new CommandLine.ParameterException(
					Objects.requireNonNull(this.spec, "set before anything runs")
						.commandLine()
						.getSubcommands()
						.get("export"),
					"Plain text has no place for ids and is only read; choose YAML, CSV or MARKDOWN.");
		}
		Reply reply = this.server.get("/question-sets/" + Server.encode(id), type.types().getFirst());
		if (reply.refused()) {
			throw new CommandException(reply.sentence());
		}
		if (file == null) {
			this.output.write(reply.body(), 0, reply.body().length);
			this.output.flush();
			return 0;
		}
		try {
			Files.write(file, type.asFile(reply.body()));
			return 0;
		}
		catch (IOException ex) {
			throw new CommandException(file + " cannot be written.", ex);
		}
	}

	/**
	 * List the sets.
	 */
	@Command(name = "list", description = "List the sets.")
	int list() {
		String next = "";
		do {
			Reply reply = this.server.get("/question-sets" + Server.parameters(Map.of("cursor", next)), JSON);
			if (reply.refused()) {
				throw new CommandException(reply.sentence());
			}
			JsonNode page = reply.json();
			page.path("items")
				.forEach((set) -> this.output
					.println(PreviewText.set(set) + " (revision " + set.path("revision").asInt() + ")"));
			next = page.path("next").asString("");
		}
		while (!next.isEmpty());
		return 0;
	}

	/**
	 * All documents, also when one is refused.
	 */
	private int each(Documents documents, ToIntFunction<String> work) {
		return documents.files().stream().mapToInt((file) -> {
			try {
				return work.applyAsInt(file);
			}
			catch (UnreadableFileException ex) {
				this.errors.println(ex.getMessage());
				return REFUSED;
			}
		}).max().orElse(0);
	}

	private Reply send(String path, Documents documents, String file, String reason) {
		Map<String, String> query = new HashMap<>(documents.names());
		query.put("reason", reason);
		return this.server.post(path, query, documents.format(file), documents.read(file, this.input));
	}

	private int told(Reply reply, String file, Supplier<List<String>> success) {
		if (reply.refused()) {
			reply.faults(file).forEach(this.errors::println);
			return REFUSED;
		}
		success.get().forEach(this.output::println);
		return 0;
	}

}
