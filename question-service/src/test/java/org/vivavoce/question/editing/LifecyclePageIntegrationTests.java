package org.vivavoce.question.editing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import org.vivavoce.question.Api;
import org.vivavoce.question.Pages;
import org.vivavoce.question.Pages.Shown;
import org.vivavoce.question.QuestionServiceTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.SampleSets.set;

@QuestionServiceTest
class LifecyclePageIntegrationTests {

	@LocalServerPort
	private int port;

	private Api api = Api.admin(0);

	private Pages editor = Pages.as(0, "editor");

	private Pages reader = Pages.as(0, "reader");

	@BeforeEach
	void signIn() {
		this.api = Api.admin(this.port);
		this.editor = Pages.as(this.port, "editor", "questions:read", "questions:write");
		this.reader = Pages.as(this.port, "reader", "questions:read");
	}

	@Test
	void aNewQuestionIsBegunAsADraftAndPublished() {
		this.api.importYaml("", set("lp-new", "mid", "lp-new-1"));
		assertThat(this.editor.get("/hub?technology=lp-new&level=mid").html())
			.contains("/hub/new?technology=lp-new&amp;level=mid", "/hub/drafts");
		assertThat(this.editor.get("/hub/new?technology=lp-new").html())
			.contains("value=\"lp-new\" selected=\"selected\"");
		Shown begun = this.editor.post("/hub/new", Map.of("set", "lp-new", "level", "mid", "prompt", "Is it new?"));
		assertThat(begun.location()).isEqualTo("/hub/questions/lp-new-is-it-new/edit?said=begun");
		assertThat(this.editor.get("/hub/questions/lp-new-is-it-new").location())
			.isEqualTo("/hub/questions/lp-new-is-it-new/edit");
		assertThat(this.reader.get("/hub/questions/lp-new-is-it-new").status()).isEqualTo(404);
		String form = this.editor.get(begun.location()).html();
		assertThat(form).contains("Publish as revision 1", ">Is it new?</textarea>", "Throw the draft away");
		assertThat(this.editor.get("/hub/drafts").html()).contains("Is it new?", "4 things to mend");
		Shown faulty = send("lp-new-is-it-new", "publish", form, Map.of());
		assertThat(faulty.status()).isEqualTo(422);
		assertThat(faulty.html()).contains("Red flag is empty", "There is no key point");
		Shown published = send("lp-new-is-it-new", "publish", form, text("Is it new?", "We had none"));
		assertThat(published.location()).isEqualTo("/hub/questions/lp-new-is-it-new?said=saved");
		assertThat(this.reader.get(published.location()).html()).contains("Written by <span>editor</span>",
				"We had none");
		assertThat(this.api.get("/questions/lp-new-is-it-new").<String>at("$.change.action")).isEqualTo("published");
	}

	@Test
	void theSameFirstWordsGetAnIdOfTheirOwn() {
		this.api.importYaml("", set("lp-same", "mid", "lp-same-1"));
		Map<String, String> form = Map.of("set", "lp-same", "level", "mid", "prompt", "Twice?");
		assertThat(this.editor.post("/hub/new", form).location()).startsWith("/hub/questions/lp-same-twice/edit");
		assertThat(this.editor.post("/hub/new", form).location()).startsWith("/hub/questions/lp-same-twice-2/edit");
		Shown empty = this.editor.post("/hub/new", Map.of("set", "lp-same", "level", "senior", "prompt", " "));
		assertThat(empty.status()).isEqualTo(422);
		assertThat(empty.html()).contains("The question is empty", "value=\"senior\" selected=\"selected\"");
	}

	@Test
	void aDraftOfARevisionIsKeptBesideItAndGoneOnWith() {
		this.api.importYaml("", set("lp-draft", "mid", "lp-draft-1"));
		String fresh = this.editor.get("/hub/questions/lp-draft-1/edit").html();
		assertThat(fresh).contains("Save as revision 2", "Save as a draft").doesNotContain("Throw the draft away");
		Shown kept = send("lp-draft-1", "draft", fresh, Map.of("prompt", "Half", "redFlag", ""));
		assertThat(kept.location()).isEqualTo("/hub/questions/lp-draft-1/edit?said=drafted");
		assertThat(this.editor.get(kept.location()).html()).contains("The draft is saved", ">Half</textarea>",
				"Publish as revision 2");
		assertThat(this.editor.get("/hub/questions/lp-draft-1").html()).contains("It changes question",
				"Go on with the draft", "Written by <span>editor</span>");
		assertThat(this.reader.get("/hub/questions/lp-draft-1").html()).doesNotContain("Half", "There is a draft");
		Shown late = send("lp-draft-1", "draft", fresh, Map.of("prompt", "Other", "topic", "their-topic"));
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.html()).contains(EditPage.DRAFTED, ">Other</textarea>", ">Half</p>", "value=\"their-topic\"");
		Shown thrown = this.editor.post("/hub/questions/lp-draft-1/discard",
				Map.of("draft", value(late.html(), "draft")));
		assertThat(thrown.location()).isEqualTo("/hub/questions/lp-draft-1?said=discarded");
		Shown gone = send("lp-draft-1", "draft", late.html(), text("Late", ""));
		assertThat(gone.status()).isEqualTo(409);
		assertThat(gone.html()).contains(EditPage.GONE, ">Late</textarea>");
		assertThat(send("lp-draft-1", "draft", gone.html(), text("Late", "")).status()).isEqualTo(303);
	}

	@Test
	void aDraftThatWasOutrunIsShownBesideTheNewRevision() {
		this.api.importYaml("", set("lp-conflicting", "mid", "lp-conflicting-1"));
		send("lp-conflicting-1", "draft", this.editor.get("/hub/questions/lp-conflicting-1/edit").html(),
				text("Mine?", ""));
		this.api.importYaml("", set("lp-conflicting", "mid", "lp-conflicting-1=Theirs?"));
		assertThat(this.editor.get("/hub/drafts").html()).contains("out of date");
		String shown = this.editor.get("/hub/questions/lp-conflicting-1/edit").html();
		assertThat(shown).contains("Somebody else has saved revision 2", ">Mine?</textarea>", ">Theirs?</p>",
				"Publish as revision 3");
		assertThat(send("lp-conflicting-1", "publish", shown, text("Both?", "")).location()).endsWith("?said=saved");
		assertThat(this.api.get("/questions/lp-conflicting-1").<Integer>at("$.revision")).isEqualTo(3);
	}

	@Test
	void aQuestionIsRetiredWithAReasonAndRestored() {
		this.api.importYaml("", set("lp-retire", "mid", "lp-retire-1", "lp-retire-2"));
		assertThat(this.reader.get("/hub/questions/lp-retire-1").html()).doesNotContain("Retire this question");
		assertThat(this.editor.post("/hub/questions/lp-retire-1/retire", Map.of("reason", " ")).location())
			.endsWith("?said=no-reason");
		assertThat(this.editor.get("/hub/questions/lp-retire-1?said=no-reason").html()).contains("say why", "open");
		Shown retired = this.editor.post("/hub/questions/lp-retire-1/retire", Map.of("reason", "Posted on a forum"));
		assertThat(this.editor.get(retired.location()).html()).contains("This question is retired", "Posted on a forum",
				"Restore");
		assertThat(this.reader.get("/hub/retired").html()).contains("What is lp-retire-1?", "Posted on a forum");
		assertThat(this.reader.get("/hub?technology=lp-retire").html()).doesNotContain("What is lp-retire-1?");
		assertThat(this.editor.post("/hub/questions/lp-retire-2/retire", Map.of("reason", "Old")).location())
			.endsWith("?said=last");
		Shown restored = this.editor.post("/hub/questions/lp-retire-1/restore", Map.of("reason", "Forum is closed"));
		assertThat(this.editor.get(restored.location()).html()).contains("It is back in its set", "Forum is closed",
				"Before that:");
	}

	@Test
	void onlyWhoMayWriteQuestionsRetiresBeginsAndPublishes() {
		this.api.importYaml("", set("lp-scope", "mid", "lp-scope-1", "lp-scope-2"));
		for (String path : List.of("/hub/questions/lp-scope-1/retire", "/hub/questions/lp-scope-1/restore",
				"/hub/questions/lp-scope-1/discard", "/hub/new")) {
			assertThat(this.reader.post(path, Map.of("reason", "x")).status()).as(path).isEqualTo(403);
		}
		assertThat(this.reader.get("/hub/drafts").status()).isEqualTo(403);
		assertThat(this.reader.get("/hub/new").status()).isEqualTo(403);
	}

	private Shown send(String id, String action, String shown, Map<String, String> changes) {
		Map<String, String> form = new LinkedHashMap<>(changes);
		List.of("revision", "draft").forEach((name) -> form.put(name, value(shown, name)));
		form.putIfAbsent("minutes", "5");
		form.put("action", action);
		return this.editor.post("/hub/questions/" + id + "/edit", form);
	}

	private static Map<String, String> text(String prompt, String reason) {
		return Map.of("prompt", prompt, "strongAnswer", "Looks", "redFlag", "Guesses", "keyPoints", "A point", "topic",
				"orm", "reason", reason);
	}

	private static String value(String html, String name) {
		String field = html.substring(html.indexOf("name=\"" + name + "\" value=\"") + name.length() + 15);
		return field.substring(0, field.indexOf('"')).replace("&quot;", "\"");
	}

}
