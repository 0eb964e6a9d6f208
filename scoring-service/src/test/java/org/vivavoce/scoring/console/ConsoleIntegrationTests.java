package org.vivavoce.scoring.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.scoring.Browser;
import org.vivavoce.scoring.Browser.Shown;
import org.vivavoce.scoring.PanelMember;
import org.vivavoce.scoring.ScoringTest;
import org.vivavoce.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vivavoce.scoring.Interviews.closed;
import static org.vivavoce.scoring.Interviews.opened;
import static org.vivavoce.scoring.Interviews.served;

@ScoringTest
class ConsoleIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Pattern KNOWN = Pattern.compile("known=([0-9a-f]+)");

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
	void onlyThePanelMayOpenIt() {
		plan();
		ask(1);
		Browser stranger = Browser.of("interviewer-3", this.port);
		assertThat(stranger.get(this.console).status()).isEqualTo(403);
		assertThat(stranger.get(this.console).html()).contains("This is not open to you").doesNotContain("Ada Example");
		assertThat(stranger.get(this.console + "/finish").status()).isEqualTo(403);
		assertThat(stranger.get(this.console + "/pulse").status()).isEqualTo(403);
		assertThat(stranger.post(this.answer, "revision", "0", "rating", "4").status()).isEqualTo(403);
		assertThat(stranger.post(this.console + "/recommendation", "revision", "0", "overall", "yes").status())
			.isEqualTo(403);
		assertThat(this.page.get("con-nowhere/console").status()).isEqualTo(404);
	}

	@Test
	void beforeTheFirstQuestionItOffersToAskIt() {
		plan();
		assertThat(this.page.get(this.console).html()).contains("Nothing was asked yet")
			.contains("/interviews/" + this.interview + "/next")
			.doesNotContain("id=\"answer\"");
	}

	@Test
	void theQuestionIsShownWithItsRubricAndWhoeverIsInterviewed() {
		plan();
		ask(1);
		String html = this.page.get(this.console).html();
		assertThat(html).contains("Ada Example", "Question 1 of 10", "A list page issues one query per row",
				"select_related for foreign keys, prefetch_related for collections.",
				"Touches relations lazily inside a loop.", "Does not see why there is more than one query",
				"Counts the queries again", "name=\"revision\" value=\"0\"");
	}

	@Test
	void aQuestionThatWasServedJustNowIsWaitedFor() {
		plan();
		String since = Long.toString(Instant.now().toEpochMilli());
		Shown waiting = this.page.get(this.console + "?position=1&since=" + since);
		assertThat(waiting.html()).contains("Getting question 1", "http-equiv=\"refresh\"", "every 300ms");
		String arrival = this.console + "/arrival?position=1&since=" + since;
		Shown notYet = this.script.get(arrival);
		assertThat(notYet.status()).isEqualTo(204);
		assertThat(notYet.header("HX-Redirect")).isEmpty();
		ask(1);
		assertThat(this.script.get(arrival).header("HX-Redirect")).endsWith("/console?position=1");
	}

	@Test
	void waitingEndsPolitely() {
		plan();
		String since = Long.toString(Instant.now().minusSeconds(16).toEpochMilli());
		String late = this.script.get(this.console + "/arrival?position=1&since=" + since).header("HX-Redirect");
		assertThat(late).endsWith("?position=1&since=" + since);
		assertThat(this.page.get(late.substring("/interviews/".length())).html())
			.contains("Question 1 is late", "Try again")
			.doesNotContain("http-equiv=\"refresh\"");
	}

	@Test
	void aPositionThatCannotComeIsNotWaitedFor() {
		plan();
		assertThat(this.page.get(this.console + "?position=11").status()).isEqualTo(404);
		assertThat(this.page.get(this.console + "?position=0").status()).isEqualTo(404);
	}

	@Test
	void thePanelsProgressIsOnlySentWhenItChanges() {
		plan();
		ask(1);
		String known = pulse(this.page.get(this.console).html());
		String pulse = this.console + "/pulse?position=1&known=" + known;
		assertThat(this.script.get(pulse).header("HX-Reswap")).isEqualTo("none");
		this.other.post(this.answer, "revision", "0", "rating", "1", "notes", "Secret.");
		Shown changed = this.script.get(pulse);
		assertThat(changed.header("HX-Reswap")).isEmpty();
		assertThat(changed.html()).contains("scored this answer").doesNotContain("Secret.");
		ask(2);
		assertThat(this.script.get(pulse).html()).contains("/console?position=2");
		this.topics.send(closed(this.interview, this.candidate, InterviewOutcome.COMPLETED, 40));
		await().atMost(LONG)
			.untilAsserted(() -> assertThat(this.script.get(pulse).html()).contains("This interview is closed"));
	}

	private static String pulse(String html) {
		Matcher matcher = KNOWN.matcher(html);
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	@Test
	void whatOthersGaveIsShownOnceTheViewerHasRecommended() {
		plan();
		ask(1);
		this.other.post(this.answer, "revision", "0", "rating", "1", "notes", "Secret.");
		this.other.post(this.console + "/recommendation", "revision", "0", "overall", "no", "summary", "Private.");
		assertThat(this.page.get(this.console).html()).doesNotContain("Secret.");
		assertThat(this.page.get(this.console + "/finish").html()).doesNotContain("Private.");
		Shown given = this.page.post(this.console + "/recommendation", "revision", "0", "overall", "strong-yes");
		assertThat(given.status()).isEqualTo(303);
		assertThat(given.header("Location")).endsWith("/console/finish");
		assertThat(this.page.get(this.console).html()).contains("Secret.");
		assertThat(this.page.get(this.console + "/finish").html()).contains("Private.");
	}

	@Test
	void theEndListsWhatIsNotAssessed() {
		plan();
		ask(1);
		ask(2);
		this.script.post(this.answer, "revision", "0", "rating", "3");
		assertThat(this.page.get(this.console + "?end").html()).contains("What you gave", "not assessed by you",
				"Question 2, orm, not assessed", "Question 1, orm, rated 3");
	}

	@Test
	void whoeverHasJustClosedTheInterviewWaitsForTheEvent() {
		plan();
		ask(1);
		Shown waiting = this.page.get(this.console + "/finish?closed");
		assertThat(waiting.html())
			.contains("has not heard of it yet", "http-equiv=\"refresh\"", this.console + "/closure")
			.doesNotContain("How it ended");
		assertThat(this.script.get(this.console + "/closure").header("HX-Redirect")).isEmpty();
		this.topics.send(closed(this.interview, this.candidate, InterviewOutcome.COMPLETED, 40));
		await().atMost(LONG)
			.untilAsserted(() -> assertThat(this.script.get(this.console + "/closure").header("HX-Redirect"))
				.endsWith("/console/finish"));
		assertThat(this.page.get(this.console + "/finish?closed").html()).contains("This interview is closed")
			.doesNotContain("has not heard of it yet");
	}

	@Test
	void nothingIsLeftOfSomebodyWhoWasForgotten() {
		plan();
		ask(1);
		this.topics.send(new CandidateForgotten(this.candidate));
		await().atMost(LONG).untilAsserted(() -> assertThat(this.page.get(this.console).status()).isEqualTo(404));
		assertThat(this.page.get(this.console).html()).contains("forgotten").doesNotContain("Ada Example");
		assertThat(this.script.post(this.answer, "revision", "0", "rating", "3").status()).isEqualTo(409);
	}

}
