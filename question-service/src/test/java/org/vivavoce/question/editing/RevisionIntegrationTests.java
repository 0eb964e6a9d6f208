package org.vivavoce.question.editing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import org.vivavoce.question.Api;
import org.vivavoce.question.Api.Answer;
import org.vivavoce.question.Pages;
import org.vivavoce.question.Pages.Shown;
import org.vivavoce.question.QuestionServiceTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.SampleSets.set;

@QuestionServiceTest
class RevisionIntegrationTests {

	private static final String BODY = """
			{"topic": "orm", "minutes": 7, "prompt": "%s", "strongAnswer": "Looks", "redFlag": "Guesses",
			 "keyPoints": [{"text": "A point"}, {"text": "Another"}], "ratingAnchors": [{"rating": 4, "text": "All"}]}""";

	@LocalServerPort
	private int port;

	private Api api = Api.admin(0);

	private Pages editor = Pages.as(0, "editor");

	@BeforeEach
	void signIn() {
		this.api = Api.admin(this.port);
		this.editor = Pages.as(this.port, "editor", "questions:read", "questions:write");
	}

	@Test
	void aSavedFormIsANewRevisionOfTheQuestionAndOfItsSet() {
		this.api.importYaml("", set("save", "mid", "save-1", "save-2"));
		assertThat(this.editor.get("/hub/questions/save-1/edit").html()).contains("Save as revision 2",
				">What is save-1?</textarea>", "name=\"revision\" value=\"1\"");
		Shown saved = save("save-1", 1, Map.of("prompt", "What is it?\r\nReally?", "keyPoints", "A point!\nNew one"));
		assertThat(saved.status()).isEqualTo(303);
		assertThat(this.editor.get(saved.location()).html()).contains("Saved as revision 2");
		Answer question = this.api.get("/questions/save-1");
		assertThat(question.<String>at("$.prompt")).isEqualTo("What is it?\nReally?");
		assertThat(question.<Integer>at("$.revision")).isEqualTo(2);
		assertThat(question.<List<String>>at("$.keyPoints[*].id")).containsExactly("point", "new-one");
		assertThat(this.api.get("/question-sets/save").<Integer>at("$.revision")).isEqualTo(2);
		assertThat(this.api.get("/questions/save-1?revision=1").<String>at("$.prompt")).isEqualTo("What is save-1?");
		assertThat(this.api.get("/questions/save-2").<Integer>at("$.revision")).isEqualTo(1);
	}

	@Test
	void theSameContentAgainIsNoNewRevision() {
		this.api.importYaml("", set("calm", "mid", "calm-1"));
		Shown unchanged = save("calm-1", 1, Map.of());
		assertThat(unchanged.location()).isEqualTo("/hub/questions/calm-1?said=unchanged");
		assertThat(this.editor.get(unchanged.location()).html()).contains("stays at revision 1");
		save("calm-1", 1, Map.of("topic", "other"));
		assertThat(save("calm-1", 1, Map.of("topic", "other")).location()).endsWith("?said=unchanged");
		assertThat(this.api.get("/questions/calm-1").<Integer>at("$.revision")).isEqualTo(2);
	}

	@Test
	void faultsAreSaidAtTheirFieldsAndNothingThatWasTypedIsLost() {
		this.api.importYaml("", set("fault", "mid", "fault-1"));
		Shown faulty = save("fault-1", 1, Map.of("prompt", " ", "minutes", "soon", "redFlag", "Kept <i>"));
		assertThat(faulty.status()).isEqualTo(422);
		assertThat(faulty.html()).contains("href=\"#prompt\">Question is empty", "id=\"minutes-fault\"",
				"value=\"soon\"", ">Kept &lt;i&gt;</textarea>", "aria-invalid=\"true\"");
		assertThat(this.api.get("/questions/fault-1").<Integer>at("$.revision")).isEqualTo(1);
		assertThat(this.editor.post("/hub/questions/fault-1/edit", Map.of("prompt", "No revision")).status())
			.isEqualTo(400);
	}

	@Test
	void whoWasOutrunSeesBothTextsAndDecides() {
		this.api.importYaml("", set("conflicting", "mid", "conflicting-1"));
		save("conflicting-1", 1, Map.of("prompt", "Theirs?", "topic", "their-topic"));
		Shown conflicting = save("conflicting-1", 1, Map.of("prompt", "Mine?", "redFlag", "My flag"));
		assertThat(conflicting.status()).isEqualTo(409);
		assertThat(conflicting.html()).contains("Somebody else has saved revision 2", ">Mine?</textarea>",
				">Theirs?</p>", ">My flag</textarea>", "value=\"their-topic\"", "name=\"revision\" value=\"2\"",
				"Save as revision 3");
		assertThat(this.api.get("/questions/conflicting-1").<String>at("$.prompt")).isEqualTo("Theirs?");
		assertThat(save("conflicting-1", 2, Map.of("prompt", "Mine?")).location()).endsWith("?said=saved");
		assertThat(this.api.get("/questions/conflicting-1").<String>at("$.prompt")).isEqualTo("Mine?");
	}

	@Test
	void onlyWhoMayWriteQuestionsEdits() {
		this.api.importYaml("", set("edit", "mid", "edit-1"));
		Pages reader = Pages.as(this.port, "reader", "questions:read");
		assertThat(reader.get("/hub/questions/edit-1/edit").status()).isEqualTo(403);
		assertThat(reader.post("/hub/questions/edit-1/edit", Map.of("revision", "1")).status()).isEqualTo(403);
		Api readerApi = Api.as(this.port, "reader", "questions:read");
		assertThat(readerApi.put("/questions/edit-1", "no json").status()).isEqualTo(403);
		assertThat(this.editor.get("/hub/questions/edit-1").html()).contains("/hub/questions/edit-1/edit");
		assertThat(this.editor.get("/hub/questions/nowhere/edit").status()).isEqualTo(404);
	}

	@Test
	void theApiRevisesByTheSameRules() {
		this.api.importYaml("", set("put", "mid", "put-1"));
		Answer revised = this.api.put("/questions/put-1", BODY.formatted("New?"), "If-Match", "\"1\"");
		assertThat(revised.status()).isEqualTo(200);
		assertThat(revised.header("ETag")).isEqualTo("\"2\"");
		assertThat(revised.<List<String>>at("$.keyPoints[*].id")).containsExactly("point", "another");
		assertThat(revised.<String>at("$.level")).isEqualTo("mid");
		assertThat(this.api.put("/questions/put-1", revised.body()).header("ETag")).isEqualTo("\"2\"");
		assertThat(this.api.put("/questions/put-1", BODY.formatted("Late?"), "If-Match", "\"1\"").status())
			.isEqualTo(412);
		Answer faulty = this.api.put("/questions/put-1",
				"{\"minutes\": 121, \"keyPoints\": [{\"id\": \"a b\", \"text\": \"x\"}, null], \"ratingAnchors\": [{}]}");
		assertThat(faulty.status()).isEqualTo(422);
		assertThat(faulty.errors()).contains("/topic: is empty", "/minutes: must be a whole number from 1 to 120",
				"/keyPoints/1/text: is empty", "/ratingAnchors/0/rating: must be a whole number from 1 to 4");
		assertThat(this.api.put("/questions/nowhere", BODY.formatted("Who?")).status()).isEqualTo(404);
	}

	@Test
	void anyTwoRevisionsAreComparedWordByWord() {
		this.api.importYaml("", set("differ", "mid", "differ-1"));
		assertThat(this.editor.get("/hub/questions/differ-1/changes").html()).contains("There is one revision only");
		save("differ-1", 1, Map.of("prompt", "What is <b>it</b>?"));
		save("differ-1", 2, Map.of("prompt", "What is <b>it</b>?", "minutes", "9"));
		assertThat(this.editor.get("/hub/questions/differ-1").html()).contains("/hub/questions/differ-1/changes?to=3");
		assertThat(this.editor.get("/hub/questions/differ-1/changes").html())
			.contains("<del>5</del><ins>9</ins>", "From revision 2 to revision 3")
			.doesNotContain("changed-prompt");
		assertThat(this.editor.get("/hub/questions/differ-1/changes?from=1&to=2").html())
			.contains("What is <del>differ-1?</del><ins>&lt;b&gt;it&lt;/b&gt;?</ins>");
		Answer changes = this.api.get("/questions/differ-1/changes?from=1&to=3");
		assertThat(changes.<List<String>>at("$.changes[*].field")).containsExactly("prompt", "minutes");
		assertThat(changes.<List<String>>at("$.changes[0].words[*].kind")).containsExactly("same", "removed", "added");
		assertThat(this.api.get("/questions/differ-1/changes?from=3&to=1").<String>at("$.changes[1].after"))
			.isEqualTo("5");
		assertThat(this.editor.get("/hub/questions/differ-1/changes?from=2&to=2").html()).contains("Both say the same");
		assertThat(this.api.get("/questions/differ-1/changes?from=9").status()).isEqualTo(404);
		assertThat(this.api.get("/questions/nowhere/changes").status()).isEqualTo(404);
		assertThat(Pages.as(this.port, "stranger", "reports:read").get("/hub/questions/differ-1/changes").status())
			.isEqualTo(403);
	}

	@Test
	void aQuestionThatHasLeftItsSetIsNotEdited() {
		this.api.importYaml("", set("left", "mid", "left-1", "left-2"));
		this.api.importYaml("", set("left", "mid", "left-2"));
		assertThat(this.editor.get("/hub/questions/left-1/edit").status()).isEqualTo(409);
		assertThat(this.api.put("/questions/left-1", BODY.formatted("Back?")).status()).isEqualTo(409);
	}

	private Shown save(String id, int revision, Map<String, String> changes) {
		Map<String, String> form = new LinkedHashMap<>(Map.of("revision", Integer.toString(revision), "prompt",
				"What is " + id + "?", "strongAnswer", "A strong answer", "redFlag", "A red flag", "keyPoints",
				"A point", "topic", "topic-" + id, "minutes", "5"));
		form.putAll(changes);
		return this.editor.post("/hub/questions/" + id + "/edit", form);
	}

}
