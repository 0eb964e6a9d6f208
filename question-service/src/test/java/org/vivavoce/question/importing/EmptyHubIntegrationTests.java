package org.vivavoce.question.importing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import org.vivavoce.question.Pages;
import org.vivavoce.question.Pages.Shown;
import org.vivavoce.question.QuestionServiceTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.SampleSets.set;

@QuestionServiceTest
@TestPropertySource(properties = "vivavoce.hub.shipped-sets=false")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmptyHubIntegrationTests {

	@LocalServerPort
	private int port;

	@Test
	@Order(1)
	void anEmptyHubSaysWhatToDoNext() {
		assertThat(editor().get("/hub").html()).contains("There are no questions yet", "Import a question set");
		assertThat(Pages.as(this.port, "reader", "questions:read").get("/hub").html())
			.contains("There are no questions yet", "Ask somebody who may edit questions")
			.doesNotContain("href=\"/hub/import\"");
	}

	@Test
	@Order(2)
	void whatWasPreviewedIsImportedAndTheHubSaysSo() {
		String document = set("paste", "mid", "paste-1");
		Shown preview = editor().upload("/hub/import", "document", document);
		assertThat(preview.status()).isEqualTo(200);
		assertThat(preview.html()).contains("Read as YAML: 1 question about paste.", "The set is new.",
				"Import as revision 1", "New: 1");
		assertThat(editor().get("/hub?technology=paste").html()).as("nothing is stored yet")
			.contains("There are no questions yet");
		Shown imported = confirm(preview, document.replace("\n", "\r\n"));
		assertThat(imported.status()).isEqualTo(303);
		assertThat(imported.location()).isEqualTo("/hub?technology=paste&imported=paste");
		assertThat(editor().get(imported.location()).html()).contains("Imported “paste”: revision 1 of the set");
		Shown again = editor().upload("/hub/import", "document", document);
		assertThat(again.html()).contains("An import would change nothing").doesNotContain("name=\"seen\"");
	}

	@Test
	@Order(3)
	void aChosenFileIsPreviewedInItsFormatAndImportedFromTheForm() {
		String table = "question;strong answer;red flag;level\nWhy?;Because.;Shrugs.;mid\n";
		Shown preview = editor().upload("/hub/import", "file", "questions.csv",
				("\uFEFF" + "technology;" + table.replace("\nWhy", "\nfile;Why")).getBytes(StandardCharsets.UTF_16LE));
		assertThat(preview.html()).contains("Read as CSV: 1 question about file.", "technology;question;strong answer");
		Shown imported = confirm(preview, "technology;" + table.replace("\nWhy", "\nfile;Why"));
		assertThat(imported.location()).isEqualTo("/hub?technology=file&imported=file");
	}

	@Test
	@Order(3)
	void onlyWhatWasPreviewedIsImported() {
		Shown preview = editor().upload("/hub/import", "document", set("seen", "mid", "seen-1"));
		Shown edited = confirm(preview, set("seen", "mid", "seen-1", "seen-2"));
		assertThat(edited.status()).isEqualTo(409);
		assertThat(edited.html()).contains("The document is not the one that was previewed", "New: 2");

		assertThat(confirm(edited, set("seen", "mid", "seen-1", "seen-2")).status()).isEqualTo(303);
		Shown late = confirm(preview, set("seen", "mid", "seen-1"));
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.html()).contains("Somebody else has changed the set", "Removed: 1", "Import as revision 2");
	}

	@Test
	@Order(3)
	void theTechnologyOfATableCanBeGivenInTheForm() {
		String table = "question,strong answer,red flag,level\nHow?,So.,Shrugs.,mid\n";
		assertThat(editor().upload("/hub/import", "document", table).status()).isEqualTo(422);
		Shown preview = editor().upload("/hub/import", Map.of("document", table, "technology", "named"));
		assertThat(preview.html()).contains("1 question about named.", "value=\"named\"");
	}

	@Test
	@Order(4)
	void faultsAreShownWithTheirLinesBesideWhatWasPasted() {
		Shown faulty = editor().upload("/hub/import", "document",
				"\n" + set("faulty", "guru", "faulty-1").replace("redFlag", "redflag"));
		assertThat(faulty.status()).isEqualTo(422);
		assertThat(faulty.html()).contains("3 faults", ">Line 4<", "unknown level", "redflag: A red flag",
				"technology: faulty\n");
		assertThat(editor().upload("/hub/import", "document", "").status()).isEqualTo(422);
		assertThat(editor().upload("/hub/import", "file", "broken.yaml", new byte[] { (byte) 0xff }).html())
			.contains("this is not UTF-8");
	}

	@Test
	@Order(5)
	void onlyWhoMayWriteQuestionsImports() {
		Pages reader = Pages.as(this.port, "reader", "questions:read");
		assertThat(reader.get("/hub/import").status()).isEqualTo(403);
		assertThat(reader.upload("/hub/import", "document", set("no", "mid", "no-1")).status()).isEqualTo(403);
		assertThat(reader.get("/hub?technology=no").html()).contains("0 questions found");
	}

	/**
	 * Press "Import" on a preview, with this document in the form.
	 */
	private Shown confirm(Shown preview, String document) {
		Matcher seen = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(preview.html());
		assertThat(seen.find()).as("offers to import").isTrue();
		Matcher format = Pattern.compile("<option value=\"(\\w+)\" selected").matcher(preview.html());
		assertThat(format.find()).as("has the format").isTrue();
		return editor().upload("/hub/import",
				Map.of("document", document, "format", format.group(1), "seen", seen.group(1)));
	}

	private Pages editor() {
		return Pages.as(this.port, "editor", "questions:read", "questions:write");
	}

}
