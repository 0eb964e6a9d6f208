package org.vivavoce.scoring.console;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.scoring.Browser;
import org.vivavoce.scoring.Browser.Shown;
import org.vivavoce.scoring.PanelMember;
import org.vivavoce.scoring.ScoringTest;
import org.vivavoce.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vivavoce.scoring.Interviews.opened;
import static org.vivavoce.scoring.Interviews.served;

@ScoringTest
class SavingIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	@Autowired
	private TestTopics topics;

	@LocalServerPort
	private int port;

	private Browser page = Browser.of("interviewer-1", 0);

	private Browser script = this.page;

	private Browser other = this.page;

	private String interview = "";

	private String candidate = "";

	private String console = "";

	private String answer = "";

	@BeforeEach
	void interview(TestInfo test) {
		String name = test.getTestMethod().orElseThrow().getName();
		this.interview = "con-" + name;
		this.candidate = "cand-" + this.interview;
		this.console = this.interview + "/console";
		this.answer = this.console + "/answers/q-1";
		this.page = Browser.of("interviewer-1", this.port);
		this.script = Browser.scripted("interviewer-1", this.port);
		this.other = Browser.scripted("interviewer-2", this.port);
	}

	private void plan() {
		this.topics.send(new CandidateProfiled(this.candidate, "Ada Example", Map.of()),
				opened(this.interview, this.candidate, 0));
		PanelMember.named("interviewer-1", this.port).await(this.interview, 0);
		await().atMost(LONG)
			.untilAsserted(() -> assertThat(this.page.get(this.console).html()).contains("Ada Example"));
	}

	private void ask(int position) {
		this.topics.send(served(this.interview, this.candidate, position, "q-" + position, 5 * position));
		PanelMember.named("interviewer-1", this.port).await(this.interview, position);
	}

	@Test
	void aFormWithoutScriptsIsSavedAndLeadsBackToItsQuestion() {
		plan();
		ask(1);
		Shown saved = this.page.post(this.answer, "revision", "0", "rating", "3", "redFlag", "on", "keyPoints", "count",
				"notes", "Named both.\r\nAt once.");
		assertThat(saved.status()).isEqualTo(303);
		assertThat(saved.header("Location")).endsWith("/console?position=1");
		PanelMember.named("interviewer-1", this.port)
			.get("/" + this.interview + "/answers/q-1")
			.expectBody()
			.jsonPath("$.rating")
			.isEqualTo(3)
			.jsonPath("$.redFlag")
			.isEqualTo(true)
			.jsonPath("$.keyPointsHeard[0]")
			.isEqualTo("count")
			.jsonPath("$.notes")
			.isEqualTo("Named both.\nAt once.");
		assertThat(this.page.get(this.console).html()).contains("name=\"revision\" value=\"1\"", "Named both.");
	}

	@Test
	void aScriptLearnsTheNewRevisionAndTheFormStays() {
		plan();
		ask(1);
		Shown saved = this.script.post(this.answer, "revision", "0", "rating", "3");
		assertThat(saved.status()).isEqualTo(200);
		assertThat(saved.html()).contains("id=\"revision\"", "value=\"1\"", "Saved")
			.doesNotContain("<form", "<textarea");
		assertThat(this.script.post(this.answer, "revision", "1", "rating", "4").html()).contains("value=\"2\"");
	}

	@Test
	void aSaveWhoseAnswerWasLostIsSavedWhenItIsRepeated() {
		plan();
		ask(1);
		this.script.post(this.answer, "revision", "0", "rating", "3");
		Shown again = this.script.post(this.answer, "revision", "0", "rating", "3");
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.html()).contains("value=\"1\"");
	}

	@Test
	void anOlderFormNeverOverwritesWhatStands() {
		plan();
		ask(1);
		this.script.post(this.answer, "revision", "0", "rating", "3", "notes", "From the tablet.");
		Shown stale = this.script.post(this.answer, "revision", "0", "rating", "1", "notes", "From the laptop.");
		assertThat(stale.status()).isEqualTo(412);
		assertThat(stale.header("HX-Retarget")).isEqualTo("#conflict");
		assertThat(stale.html()).contains("From the tablet.", "From the laptop.", "Keep this", "Take the other",
				"name=\"revision\" value=\"1\"");
		Shown whole = this.page.post(this.answer, "revision", "0", "rating", "1", "notes", "From the laptop.");
		assertThat(whole.status()).isEqualTo(412);
		assertThat(whole.html()).contains("<title>", "From the laptop.", "From the tablet.");
		assertThat(this.page.get(this.console).html()).contains("From the tablet.").doesNotContain("From the laptop.");
		assertThat(this.page.post(this.answer, "revision", "1", "rating", "1", "notes", "From the laptop.").status())
			.isEqualTo(303);
	}

	@Test
	void skippingNotesTheReasonAndHandsTheFormToTheNextQuestion() {
		plan();
		ask(1);
		Shown skipped = this.page.post(this.answer + "/skip", "revision", "0", "seen", "1", "reason",
				"ran out of time");
		assertThat(skipped.status()).isEqualTo(307);
		assertThat(skipped.header("Location")).isEqualTo("/interviews/" + this.interview + "/next");
		assertThat(this.page.get(this.console).html()).contains("Skipped: ran out of time");
	}

	@Test
	void withoutScriptsTheNextQuestionTakesAlongWhatWasEntered() {
		plan();
		ask(1);
		assertThat(this.page.get(this.console).html()).contains("Save and ask the next question");
		Shown next = this.page.post(this.answer, "revision", "0", "seen", "1", "rating", "3", "then", "next");
		assertThat(next.status()).isEqualTo(307);
		assertThat(next.header("Location")).isEqualTo("/interviews/" + this.interview + "/next");
		assertThat(this.page.get(this.console).html()).contains(", rated 3");
	}

	@Test
	void skippingNeverOverwritesWhatStands() {
		plan();
		ask(1);
		this.script.post(this.answer, "revision", "0", "rating", "3");
		Shown stale = this.page.post(this.answer + "/skip", "revision", "0", "reason", "ran out of time");
		assertThat(stale.status()).isEqualTo(412);
		assertThat(stale.html()).contains("Keep this", "Skipped: ran out of time");
		assertThat(this.page.get(this.console).html()).doesNotContain("Skipped");
	}

	@Test
	void whatIsNotValidIsRefusedAndSaysWhy() {
		plan();
		ask(1);
		assertThat(this.script.post(this.answer, "revision", "0", "rating", "7").status()).isEqualTo(422);
		assertThat(this.script.post(this.answer, "revision", "0", "keyPoints", "nowhere").html())
			.contains("is not a key point of this question");
		assertThat(this.script.post(this.answer, "revision", "x", "rating", "3").status()).isEqualTo(400);
		assertThat(this.page.post(this.console + "/recommendation", "revision", "0").html())
			.contains("Choose what you recommend");
		assertThat(this.page.get(this.console).html()).contains("name=\"revision\" value=\"0\"");
	}

	@Test
	void anOlderRecommendationNeverOverwritesWhatStands() {
		plan();
		String recommendation = this.console + "/recommendation";
		this.script.post(recommendation, "revision", "0", "overall", "yes", "summary", "Knows it.");
		assertThat(this.script.post(recommendation, "revision", "0", "overall", "yes", "summary", "Knows it.").status())
			.isEqualTo(200);
		Shown stale = this.script.post(recommendation, "revision", "0", "overall", "no", "summary", "Does not.");
		assertThat(stale.status()).isEqualTo(412);
		assertThat(stale.html()).contains("Knows it.", "Does not.");
		assertThat(this.page.post(recommendation, "revision", "0", "overall", "no").status()).isEqualTo(412);
	}

}
