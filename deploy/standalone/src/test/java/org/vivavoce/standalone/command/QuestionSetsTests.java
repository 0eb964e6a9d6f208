package org.vivavoce.standalone.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.vivavoce.question.document.DocumentFormat;
import org.vivavoce.question.document.source.DocumentLimits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class QuestionSetsTests {

	private static final String PREVIEW = """
			{"id": "django", "questions": 3, "currentRevision": 1, "revision": 2, "unchanged": 1,
			 "levels": [{"level": "junior", "questions": 1}, {"level": "mid", "questions": 2}],
			 "added": [{"level": "mid", "prompt": "New,\\n\\nand why?", "line": 7, "fields": [], "returning": true}],
			 "changed": [{"level": "junior", "prompt": "Old?", "line": 9, "fields": ["redFlag", "level"], "returning": false}],
			 "setChanges": [{"field": "title", "before": "Old", "after": "New"}, {"field": "order", "level": "mid"}],
			 "removed": [{"level": "mid", "prompt": "Gone?", "line": null, "fields": [], "returning": false}],
			 "findings": [{"questionId": "django-new", "otherQuestionId": "django-old", "level": "mid", "reason": "It has 2 question marks.", "advice": "Ask one thing."},
			              {"level": "mid", "reason": "“orm” is not asked about.", "advice": "Write a question."}]}""";

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	@Test
	void aPreviewSaysWhatWouldChangeInWords() {
		assertThat(PreviewText.of("a.csv", reply(200, PREVIEW).json())).containsExactly(
				"a.csv: django, 3 questions: 1 junior, 2 mid",
				"  an import would make revision 2 of revision 1: 1 new, 1 changed, 1 removed, 1 as they are",
				"  about    title: Old → New", "  about    order of mid",
				"  new      New, and why? (mid, line 7, was retired)",
				"  changed  Old? (junior, line 9: red flag, level)", "  removed  Gone? (mid)",
				"  look at  django-new (and django-old): It has 2 question marks. Ask one thing.",
				"  look at  mid: “orm” is not asked about. Write a question.");
	}

	@Test
	void aPreviewSaysWhatHasChangedAboutAQuestionThatComesBack() {
		assertThat(PreviewText.of("a.csv",
				reply(200, PREVIEW.replace("\"line\": 7, \"fields\": []", "\"line\": 7, \"fields\": [\"redFlag\"]"))
					.json()))
			.contains("  new      New, and why? (mid, line 7: red flag, was retired)");
	}

	@Test
	void aPreviewOfTheSameContentSaysThatNothingWouldChange() {
		assertThat(PreviewText.of("a.csv",
				reply(200, PREVIEW.replace("\"currentRevision\": 1", "\"currentRevision\": 2")).json()))
			.contains("  an import would change nothing, the set stays at revision 2");
		assertThat(PreviewText.of("a.csv", reply(200, PREVIEW.replace("\"currentRevision\": 1, ", "")).json()))
			.contains("  the set is new");
	}

	@Test
	void faultsOfADocumentAreNamedByItsLines() {
		Reply refused = reply(422,
				"""
						{"detail": "2 faults", "errors": [{"line": 3, "message": "no level"}, {"pointer": "/reason", "message": "is too long"}]}""");
		assertThat(refused.faults("a.csv")).containsExactly("a.csv:3: no level", "--reason is too long");
		assertThat(reply(401, "{\"title\": \"Not signed in\"}").faults("a.csv"))
			.containsExactly("a.csv: Not signed in");
	}

	@Test
	void aFaultThatAParameterMendsNamesTheOption() {
		Reply refused = reply(422, """
				{"errors": [{"line": 1, "message": "which one; give the parameter 'technology'"},
				            {"line": 2, "message": "another one; name another set by the parameter 'id'"}]}""");
		assertThat(refused.faults("a.csv")).containsExactly("a.csv:1: which one; give --technology",
				"a.csv:2: another one; name another set by --id");
	}

	@Test
	void whatIsNotAnAnswerOfVivaVoceIsSaidToBeSo() {
		assertThat(catchThrowable(() -> reply(502, "<html>").sentence())).isInstanceOf(CommandException.class)
			.hasMessageContaining("502");
	}

	@Test
	void aWrongCommandLineIsExitCodeTwo() {
		assertThat(run("preview")).isEqualTo(2);
		assertThat(errors()).contains("Missing required parameter", "FILE");
		assertThat(run("inport", "x.csv")).isEqualTo(2);
		assertThat(errors()).contains("Did you mean", "import");
		assertThat(run("export", "django", "--format", "WORD")).isEqualTo(2);
	}

	@Test
	void noCommandIsAWrongCommandLine() {
		assertThat(run()).isEqualTo(2);
		assertThat(errors()).contains("Missing required subcommand", "preview", "import", "export", "list",
				"Exit codes");
		assertThat(output()).isEmpty();
	}

	@Test
	void whoAsksForHelpGetsIt() {
		assertThat(run("--help")).isZero();
		assertThat(output()).contains("preview", "import", "export", "list", "Exit codes");
	}

	@Test
	void aDocumentWhoseFormatCannotBeToldIsNotSent(@TempDir Path directory) throws IOException {
		Path token = Files.writeString(directory.resolve("token"), "x");
		assertThat(run("import", "--token-file", token.toString(), "-")).isEqualTo(1);
		assertThat(errors()).isEqualTo("-: the name does not tell which format it is; say it with --format.\n");
	}

	@Test
	void aFileThatCannotBeReadDoesNotKeepTheOthersFromBeingTried(@TempDir Path directory) throws IOException {
		Path token = Files.writeString(directory.resolve("token"), "x");
		assertThat(run("import", "--token-file", token.toString(), directory.resolve("none.csv").toString(),
				directory + "/caf\u0000.csv", directory + "/neither.csv"))
			.isEqualTo(1);
		assertThat(errors()).contains("none.csv cannot be read.", "character set", "neither.csv cannot be read.");
	}

	@Test
	void aFileThatIsLargerThanAnyDocumentMayBeIsNotSent(@TempDir Path directory) throws IOException {
		Path token = Files.writeString(directory.resolve("token"), "x");
		Path large = Files.write(directory.resolve("large.csv"), new byte[DocumentLimits.LARGEST + 1]);
		assertThat(run("import", "--token-file", token.toString(), large.toString())).isEqualTo(1);
		assertThat(errors()).isEqualTo(large + ":1: the document is larger than 5 MiB\n");
	}

	@Test
	void anOptionWithANameThatNoFileCanHaveIsSaidInASentence() {
		assertThat(run("export", "django", "--output", "caf\u0000.yaml")).isEqualTo(2);
		assertThat(errors()).startsWith("Invalid value for option '--output': this terminal's character set")
			.doesNotContain("Exception");
	}

	@Test
	void anOutputThatCannotBeWrittenIsNoSuccess() {
		PrintStream full = new PrintStream(new OutputStream() {

			@Override
			public void write(int each) throws IOException {
				throw new IOException("No space left on device");
			}

		});
		assertThat(QuestionSets.run(new ByteArrayInputStream(new byte[0]), full, new PrintStream(this.errors, true),
				"--help"))
			.isEqualTo(1);
		assertThat(errors()).isEqualTo("Standard output could not be written.\n");
	}

	@Test
	void aPipelineThatIsNotThereIsSaidInASentence(@TempDir Path directory) throws IOException {
		Path token = Files.writeString(directory.resolve("token"), "x");
		int free;
		try (ServerSocket socket = new ServerSocket(0)) {
			free = socket.getLocalPort();
		}
		assertThat(run("list", "--url", "http://127.0.0.1:" + free, "--token-file", token.toString())).isEqualTo(1);
		assertThat(errors()).isEqualTo("Nobody answers at http://127.0.0.1:" + free + "; is the pipeline running?\n");
		assertThat(run("list", "--token-file", directory.resolve("none").toString())).isEqualTo(1);
		assertThat(errors()).contains("There is no token in").doesNotContain("Exception");
		assertThat(run("list", "--url", "nonsense", "--token-file", token.toString())).isEqualTo(1);
		assertThat(errors()).contains("'nonsense' is no address of a pipeline.");
	}

	@Test
	void aFileForASpreadsheetBeginsWithAByteOrderMark() {
		byte[] text = "é".getBytes(StandardCharsets.UTF_8);
		assertThat(DocumentFormat.CSV.asFile(text)).isEqualTo("\uFEFFé".getBytes(StandardCharsets.UTF_8));
		assertThat(DocumentFormat.YAML.asFile(text)).isEqualTo(text);
	}

	@Test
	void whatLeadsElsewhereIsNotWhatWasAskedFor() {
		assertThat(reply(302, "").refused()).isTrue();
		assertThat(reply(201, "").refused()).isFalse();
	}

	@Test
	void aFileWithSomethingElseThanATokenIsNamed(@TempDir Path directory) throws IOException {
		Path token = Files.writeString(directory.resolve("token"), "two\nlines");
		assertThat(run("list", "--token-file", token.toString())).isEqualTo(1);
		assertThat(errors()).isEqualTo(token + " holds no token.\n");
	}

	@Test
	void plainTextIsOnlyRead() {
		assertThat(run("export", "django", "--output", "django.txt")).isEqualTo(2);
		assertThat(errors()).contains("Plain text has no place for ids");
	}

	private int run(String... arguments) {
		return QuestionSets.run(new ByteArrayInputStream(new byte[0]), new PrintStream(this.output, true),
				new PrintStream(this.errors, true), arguments);
	}

	private String output() {
		return this.output.toString(StandardCharsets.UTF_8);
	}

	private String errors() {
		return this.errors.toString(StandardCharsets.UTF_8);
	}

	private static Reply reply(int status, String body) {
		return new Reply(status, body.getBytes(StandardCharsets.UTF_8));
	}

}
