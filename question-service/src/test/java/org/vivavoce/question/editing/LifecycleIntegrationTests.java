package org.vivavoce.question.editing;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

import org.vivavoce.question.Api;
import org.vivavoce.question.Api.Answer;
import org.vivavoce.question.QuestionServiceTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.SampleSets.set;

@QuestionServiceTest
class LifecycleIntegrationTests {

	private static final String TEXT = """
			{"topic": "orm", "prompt": "%s", "strongAnswer": "Looks", "redFlag": "Guesses", "keyPoints": [{"text": "A point"}],
			 "reason": "%s"}""";

	@LocalServerPort
	private int port;

	private Api api = Api.admin(0);

	@BeforeEach
	void signIn() {
		this.api = Api.admin(this.port);
	}

	@Test
	void theHistorySaysWhoRevisedAQuestionWhenAndWhy() {
		this.api.importYaml("?reason=First%20set", set("lc-history", "mid", "lc-history-1", "lc-history-2"));
		Api other = Api.as(this.port, "anna", "questions:read", "questions:write");
		assertThat(other.put("/questions/lc-history-1", TEXT.formatted("Clearer?", "It was misread")).status())
			.isEqualTo(200);
		Answer history = this.api.get("/questions/lc-history-1/revisions");
		assertThat(history.<List<String>>at("$.items[*].change.author")).containsExactly("anna", "admin");
		assertThat(history.<List<String>>at("$.items[*].change.reason")).containsExactly("It was misread", "First set");
		assertThat(history.<List<String>>at("$.items[*].change.action")).containsExactly("edited", "imported");
		assertThat(history.<List<String>>at("$.items[0].fields")).contains("prompt");
		assertThat(history.<String>at("$.items[0].change.at")).matches("20\\d\\d-.*Z");
		assertThat(this.api.get("/questions/lc-history-1").<String>at("$.change.author")).isEqualTo("anna");
		assertThat(this.api.get("/question-sets/lc-history").<String>at("$.change.author")).isEqualTo("anna");
		assertThat(this.api.get("/questions/lc-history-9/revisions").status()).isEqualTo(404);
	}

	@Test
	void aReasonOfMoreThanFiveHundredCharactersIsRefusedAndNothingIsRevised() {
		this.api.importYaml("", set("lc-long", "mid", "lc-long-1"));
		Answer refused = this.api.put("/questions/lc-long-1", TEXT.formatted("Clearer?", "x".repeat(501)));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.errors()).containsExactly("/reason: is longer than 500 characters");
		assertThat(this.api.importYaml("?reason=" + "x".repeat(501), set("lc-long", "mid", "lc-long-2")).status())
			.isEqualTo(422);
		assertThat(this.api.get("/question-sets/lc-long").<Integer>at("$.revision")).isEqualTo(1);
	}

	@Test
	void aRetiredQuestionIsAskedByNoNewInterviewWhilePlansThatHaveItKeepIt() {
		this.api.importYaml("", set("lc-retire", "mid", "lc-retire-1", "lc-retire-2"));
		String interview = open("lc-retire", "lc-retire-1").at("$.id");
		Answer retired = this.api.post("/questions/lc-retire-1/retire", "{\"reason\": \"It was posted on a forum\"}",
				"If-Match", "\"1\"");
		assertThat(retired.status()).isEqualTo(200);
		assertThat(retired.<String>at("$.change.reason")).isEqualTo("It was posted on a forum");
		assertThat(this.api.get("/questions?set=lc-retire").<List<String>>at("$.items[*].id"))
			.containsExactly("lc-retire-2");
		assertThat(open("lc-retire", "lc-retire-1").status()).isEqualTo(422);
		assertThat(this.api.post("/interviews/" + interview + "/served", "{}").<String>at("$.question.id"))
			.isEqualTo("lc-retire-1");
		Answer read = this.api.get("/questions/lc-retire-1");
		assertThat(read.<Boolean>at("$.retired")).isTrue();
		assertThat(read.header("ETag")).isEqualTo("\"1-retired\"");
		assertThat(this.api.get("/questions/lc-retire-2").<Boolean>at("$.retired")).isFalse();
		assertThat(this.api.get("/question-sets/lc-retire/retired").<List<String>>at("$.items[*].id"))
			.containsExactly("lc-retire-1");
		assertThat(this.api.get("/question-sets/-/retired").<List<String>>at("$.items[*].id")).contains("lc-retire-1");
	}

	@Test
	void retiringTwiceIsRetiringOnce() {
		this.api.importYaml("", set("lc-twice", "mid", "lc-twice-1", "lc-twice-2"));
		Answer once = this.api.post("/questions/lc-twice-1/retire", "{\"reason\": \"Leaked\"}");
		Answer twice = this.api.post("/questions/lc-twice-1/retire", "{\"reason\": \"Leaked again\"}");
		assertThat(twice.status()).isEqualTo(200);
		assertThat(twice.body()).isEqualTo(once.body());
		assertThat(this.api.get("/question-sets/lc-twice").<Integer>at("$.revision")).isEqualTo(2);
	}

	@Test
	void aRetirementNeedsAReasonTheCurrentRevisionAndASetThatIsNotEmptied() {
		this.api.importYaml("", set("lc-refuse", "mid", "lc-refuse-1"));
		assertThat(this.api.post("/questions/lc-refuse-1/retire", "{}").errors()).singleElement()
			.asString()
			.startsWith("/reason: is empty");
		assertThat(
				this.api.post("/questions/lc-refuse-1/retire", "{\"reason\": \"Old\"}", "If-Match", "\"7\"").status())
			.isEqualTo(412);
		Answer last = this.api.post("/questions/lc-refuse-1/retire", "{\"reason\": \"Old\"}");
		assertThat(last.status()).isEqualTo(409);
		assertThat(last.<String>at("$.detail")).contains("last one of its set");
		assertThat(this.api.post("/questions/lc-refuse-9/retire", "{\"reason\": \"Old\"}").status()).isEqualTo(404);
		assertThat(this.api.get("/questions?set=lc-refuse").<List<String>>at("$.items[*].id"))
			.containsExactly("lc-refuse-1");
	}

	@Test
	void aRestoredQuestionIsBackWithItsTextAndItsHistory() {
		this.api.importYaml("", set("lc-back", "mid", "lc-back-1", "lc-back-2"));
		this.api.post("/questions/lc-back-1/retire", "{\"reason\": \"Leaked\"}");
		assertThat(this.api.put("/questions/lc-back-1", TEXT.formatted("Edited?", "")).status()).isEqualTo(409);
		Answer restored = this.api.send(HttpMethod.POST, "/questions/lc-back-1/restore", "", "");
		assertThat(restored.status()).isEqualTo(200);
		assertThat(restored.header("ETag")).isEqualTo("\"2\"");
		assertThat(restored.<String>at("$.change.action")).isEqualTo("restored");
		assertThat(restored.<String>at("$.change.retirement.reason")).isEqualTo("Leaked");
		assertThat(this.api.get("/questions?set=lc-back").<List<String>>at("$.items[*].id"))
			.containsExactly("lc-back-1", "lc-back-2");
		assertThat(this.api.post("/questions/lc-back-1/restore", "{}").header("ETag")).isEqualTo("\"2\"");
		assertThat(open("lc-back", "lc-back-1").status()).isEqualTo(201);
	}

	@Test
	void aDraftIsWrittenInStepsAndAskedOnlyWhenItIsPublished() {
		this.api.importYaml("", set("lc-draft", "mid", "lc-draft-1"));
		Answer begun = this.api.put("/questions/lc-draft-2/draft",
				"{\"set\": \"lc-draft\", \"level\": \"mid\", \"prompt\": \"New?\"}", "If-None-Match", "*");
		assertThat(begun.status()).isEqualTo(200);
		assertThat(begun.<List<String>>at("$.missing[*].pointer")).contains("/redFlag", "/strongAnswer", "/topic");
		assertThat(this.api.get("/questions/lc-draft-2").status()).isEqualTo(404);
		assertThat(this.api.get("/questions?set=lc-draft").<List<String>>at("$.items[*].id"))
			.containsExactly("lc-draft-1");
		assertThat(this.api.post("/questions/lc-draft-2/publish", "{}").errors()).contains("/redFlag: is empty");
		Api author = Api.as(this.port, "anna", "questions:write");
		Answer written = author.put("/questions/lc-draft-2/draft", TEXT.formatted("New?", "We miss one on orm"),
				"If-Match", begun.header("ETag"));
		assertThat(written.<List<String>>at("$.missing")).isEmpty();
		assertThat(this.api.get("/questions/lc-draft-2/draft").header("ETag")).isEqualTo(written.header("ETag"));
		Answer published = this.api.post("/questions/lc-draft-2/publish", "{}", "If-Match", written.header("ETag"));
		assertThat(published.status()).isEqualTo(200);
		assertThat(published.<Map<String, Object>>at("$.change")).containsEntry("author", "anna")
			.containsEntry("publishedBy", "admin")
			.containsEntry("reason", "We miss one on orm");
		assertThat(this.api.get("/questions/lc-draft-2/draft").status()).isEqualTo(404);
		assertThat(this.api.post("/questions/lc-draft-2/publish", "{}").body()).isEqualTo(published.body());
		assertThat(this.api.post("/questions/lc-draft-3/publish", "{}").status()).isEqualTo(404);
		assertThat(open("lc-draft", "lc-draft-2").status()).isEqualTo(201);
	}

	@Test
	void ofTwoWhoWriteTheSameDraftTheSlowerIsTold() {
		this.api.importYaml("", set("lc-race", "mid", "lc-race-1"));
		Answer mine = this.api.put("/questions/lc-race-1/draft", TEXT.formatted("Mine?", ""), "If-None-Match", "*");
		assertThat(this.api.put("/questions/lc-race-1/draft", TEXT.formatted("Theirs?", ""), "If-None-Match", "*")
			.status()).isEqualTo(412);
		this.api.put("/questions/lc-race-1/draft", TEXT.formatted("Mine again?", ""));
		assertThat(
				this.api.put("/questions/lc-race-1/draft", TEXT.formatted("Late?", ""), "If-Match", mine.header("ETag"))
					.status())
			.isEqualTo(412);
		assertThat(this.api.post("/questions/lc-race-1/publish", "{}", "If-Match", mine.header("ETag")).status())
			.isEqualTo(412);
		assertThat(this.api.delete("/questions/lc-race-1/draft", "If-Match", mine.header("ETag")).status())
			.isEqualTo(412);
		assertThat(this.api.get("/questions/lc-race-1/draft").<String>at("$.prompt")).isEqualTo("Mine again?");
		assertThat(this.api.delete("/questions/lc-race-1/draft").status()).isEqualTo(204);
		assertThat(this.api.delete("/questions/lc-race-1/draft").status()).isEqualTo(404);
	}

	@Test
	void aDraftThatWasOutrunIsPublishedOnlyWhenItsAuthorHasSeenTheNewRevision() {
		this.api.importYaml("", set("lc-conflicting", "mid", "lc-conflicting-1"));
		this.api.put("/questions/lc-conflicting-1/draft", TEXT.formatted("Draft?", ""));
		this.api.put("/questions/lc-conflicting-1", TEXT.formatted("Faster?", ""));
		Answer conflicting = this.api.post("/questions/lc-conflicting-1/publish", "{}");
		assertThat(conflicting.status()).isEqualTo(412);
		assertThat(conflicting.<String>at("$.detail")).contains("began at revision 1", "at revision 2");
		this.api.put("/questions/lc-conflicting-1/draft",
				TEXT.formatted("Draft!", "").replace("{\"topic\"", "{\"revision\": 2, \"topic\""));
		assertThat(this.api.post("/questions/lc-conflicting-1/publish", "{}").<Integer>at("$.revision")).isEqualTo(3);
	}

	@Test
	void aDraftIsNotOutrunByARetirementAndARestorationWhichChangeNoWord() {
		this.api.importYaml("", set("lc-calm", "mid", "lc-calm-1", "lc-calm-2"));
		this.api.put("/questions/lc-calm-1/draft", TEXT.formatted("Draft?", ""));
		this.api.post("/questions/lc-calm-1/retire", "{\"reason\": \"Leaked\"}");
		this.api.post("/questions/lc-calm-1/restore", "{}");
		Answer published = this.api.post("/questions/lc-calm-1/publish", "{}");
		assertThat(published.<Integer>at("$.revision")).isEqualTo(3);
		assertThat(published.<String>at("$.prompt")).isEqualTo("Draft?");
	}

	@Test
	void aDraftOfANewQuestionNeedsASetALevelAndAnIdOfItsOwn() {
		this.api.importYaml("", set("lc-place", "mid", "lc-place-1"));
		this.api.importYaml("", set("lc-other", "mid", "lc-other-1"));
		assertThat(this.api.put("/questions/lc-place-2/draft", "{}").errors()).containsExactly("/set: is missing");
		assertThat(this.api.put("/questions/lc-place-2/draft", "{\"set\": \"lc-place\"}").errors())
			.containsExactly("/level: is missing");
		assertThat(
				this.api.put("/questions/lc-place-2/draft", "{\"set\": \"lc-nowhere\", \"level\": \"mid\"}").errors())
			.containsExactly("/set: there is no such question set");
		assertThat(this.api.put("/questions/lc-other-1/draft", "{\"set\": \"lc-place\", \"level\": \"mid\"}").errors())
			.containsExactly("/set: the question 'lc-other-1' belongs to the set 'lc-other'");
		assertThat(
				this.api.put("/questions/a b/draft".replace(" ", "%20"), "{\"set\": \"lc-place\", \"level\": \"mid\"}")
					.status())
			.isEqualTo(422);
		assertThat(this.api
			.put("/questions/lc-place-2/draft",
					"{\"set\": \"lc-place\", \"level\": \"mid\", " + "\"minutes\": 0, \"prompt\": \""
							+ "x".repeat(10_001) + "\"}")
			.errors()).containsExactlyInAnyOrder("/minutes: must be a whole number from 1 to 120",
					"/prompt: is longer than 10000 characters");
		assertThat(this.api.get("/question-sets/lc-place/drafts").<List<String>>at("$.items")).isEmpty();
	}

	@Test
	void listsOfDraftsHavePages() {
		this.api.importYaml("", set("lc-pages", "mid", "lc-pages-0"));
		List.of("lc-pages-1", "lc-pages-2", "lc-pages-3")
			.forEach(
					(id) -> this.api.put("/questions/" + id + "/draft", "{\"set\": \"lc-pages\", \"level\": \"mid\"}"));
		Answer first = this.api.get("/question-sets/lc-pages/drafts?limit=2");
		assertThat(first.<List<String>>at("$.items[*].id")).containsExactly("lc-pages-1", "lc-pages-2");
		Answer second = this.api.get("/question-sets/lc-pages/drafts?limit=2&cursor=" + first.<String>at("$.next"));
		assertThat(second.<List<String>>at("$.items[*].id")).containsExactly("lc-pages-3");
		assertThat(second.<String>at("$.next")).isNull();
		assertThat(this.api.get("/question-sets/lc-none/drafts").status()).isEqualTo(404);
	}

	@Test
	void aPreviewSaysWhichQuestionsWouldComeBack() {
		this.api.importYaml("", set("lc-preview", "mid", "lc-preview-1", "lc-preview-2"));
		this.api.post("/questions/lc-preview-1/retire", "{\"reason\": \"Leaked\"}");
		Answer preview = this.api.send(HttpMethod.POST, "/question-sets/preview", "application/yaml",
				set("lc-preview", "mid", "lc-preview-1", "lc-preview-2", "lc-preview-3"));
		assertThat(preview.<List<Boolean>>at("$.added[*].returning")).containsExactly(true, false);
	}

	private Answer open(String technology, String question) {
		return this.api.post("/interviews",
				"{\"candidate\": {\"id\": \"%s-cand\"}, \"role\": \"Dev\", \"technology\": \"%s\", \"level\": \"mid\", "
					.formatted(technology, technology)
						+ "\"panel\": [\"p1\"], \"plan\": {\"questionIds\": [\"%s\"]}}".formatted(question));
	}

}
