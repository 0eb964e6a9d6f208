package org.vivavoce.system;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.vivavoce.standalone.command.QuestionSets;
import org.vivavoce.testing.pipeline.Pipeline;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The commands of standalone, beside a pipeline that is running.
 */
class CommandSystemTests {

	private static final String DOCUMENT = """
			technology,level,id,topic,question,strong answer,red flag
			cli,mid,cli-1,shell,What does a pipe join?,Output and input of two programs.,Names files only.
			""";

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	@TempDir
	private Path directory = Path.of("");

	@Test
	void aDocumentIsPreviewedImportedAndExportedAndImportingTheExportChangesNothing() throws IOException {
		Path document = Files.writeString(this.directory.resolve("cli.csv"), DOCUMENT);
		assertThat(run("preview", document.toString())).as(errors()).isZero();
		assertThat(output()).contains("cli, 1 question: 1 mid", "the set is new", "new      What does a pipe join?");
		assertThat(run("import", "--reason", "A set of our own", document.toString())).as(errors()).isZero();
		assertThat(output()).contains("imported as revision 1");
		for (String ending : new String[] { "yaml", "csv", "md" }) {
			String exported = this.directory.resolve("exported." + ending).toString();
			assertThat(run("export", "cli", "--output", exported)).as(errors()).isZero();
			assertThat(run("import", exported)).as(errors()).isZero();
			assertThat(output()).contains("says exactly what is there, which stays at revision 1");
		}
		assertThat(run("list")).isZero();
		assertThat(output()).contains("cli, 1 question: 1 mid (revision 1)", "django, ");
		assertThat(Pipeline.shared()
			.as("recruiter")
			.get("/questions/cli-1/revisions")
			.require(200)
			.json()
			.at("/items/0/change/reason")
			.asString()).isEqualTo("A set of our own");
	}

	@Test
	void aDocumentWithFaultsIsRefusedByItsLinesAndTheOthersAreRead() throws IOException {
		Path faulty = Files.writeString(this.directory.resolve("faulty.csv"),
				DOCUMENT.replace("Names files only.", ""));
		Path good = Files.writeString(this.directory.resolve("good.csv"), DOCUMENT.replace("cli", "cli-good"));
		assertThat(run("preview", faulty.toString(), good.toString())).isEqualTo(1);
		assertThat(errors()).contains(faulty + ":2: ");
		assertThat(output()).contains("cli-good, 1 question");
	}

	@Test
	void standardInputIsADocumentToo() {
		assertThat(run("preview", "--format", "csv", "--id", "cli-input", "-")).as(errors()).isZero();
		assertThat(output()).contains("cli-input, 1 question");
	}

	@Test
	void aTokenThatIsNotAcceptedIsSaidInASentence() throws IOException {
		Path token = Files.writeString(this.directory.resolve("token"), "nonsense");
		assertThat(QuestionSets.run(new ByteArrayInputStream(new byte[0]), new PrintStream(this.output, true),
				new PrintStream(this.errors, true), "list", "--url", Pipeline.shared().address(), "--token-file",
				token.toString()))
			.isEqualTo(1);
		assertThat(errors().lines()).hasSize(1);
	}

	private int run(String... arguments) {
		String[] whole = new String[arguments.length + 2];
		System.arraycopy(arguments, 0, whole, 0, arguments.length);
		whole[arguments.length] = "--url=" + Pipeline.shared().address();
		whole[arguments.length + 1] = "--token-file=" + Pipeline.shared().data().resolve("tokens/recruiter.jwt");
		return QuestionSets.run(
				new ByteArrayInputStream(DOCUMENT.replace("cli-1", "cli-input-1").getBytes(StandardCharsets.UTF_8)),
				new PrintStream(this.output, true), new PrintStream(this.errors, true), whole);
	}

	private String output() {
		return this.output.toString(StandardCharsets.UTF_8);
	}

	private String errors() {
		return this.errors.toString(StandardCharsets.UTF_8);
	}

}
