package org.vivavoce.question.hub;

import java.nio.charset.StandardCharsets;

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
	void aPastedDocumentIsImportedAndTheHubSaysSo() {
		Shown imported = editor().upload("/hub/import", "document", set("paste", "mid", "paste-1"));
		assertThat(imported.status()).isEqualTo(303);
		assertThat(imported.location()).isEqualTo("/hub?technology=paste&imported=paste");
		assertThat(editor().get(imported.location()).html()).contains("Imported “paste”: revision 1 of the set");
		Shown again = editor().upload("/hub/import", "document", set("paste", "mid", "paste-1").replace("\n", "\r\n"));
		assertThat(again.location()).isEqualTo("/hub?technology=paste&unchanged=paste");
		assertThat(editor().get(again.location()).html()).contains("stays at revision 1");
	}

	@Test
	@Order(3)
	void aChosenFileIsImported() {
		Shown imported = editor().upload("/hub/import", "file", "file.yaml",
				set("file", "mid", "file-1").getBytes(StandardCharsets.UTF_8));
		assertThat(imported.location()).isEqualTo("/hub?technology=file&imported=file");
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

	private Pages editor() {
		return Pages.as(this.port, "editor", "questions:read", "questions:write");
	}

}
