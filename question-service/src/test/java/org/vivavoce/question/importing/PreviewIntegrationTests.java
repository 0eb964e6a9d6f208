package org.vivavoce.question.importing;

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
class PreviewIntegrationTests {

	@LocalServerPort
	private int port;

	private Api api = Api.admin(0);

	@BeforeEach
	void signIn() {
		this.api = Api.admin(this.port);
	}

	@Test
	void aPreviewSaysWhatWouldChangeAndStoresNothing() {
		Answer fresh = preview(set("look", "mid", "look-1=One?", "look-2"));
		assertThat(fresh.<Integer>at("$.revision")).isEqualTo(1);
		assertThat(fresh.<List<String>>at("$.added[*].id")).containsExactly("look-1", "look-2");
		assertThat(this.api.get("/question-sets/look").status()).isEqualTo(404);
		this.api.importYaml("", set("look", "mid", "look-1=One?", "look-2", "look-3"));
		Answer changed = preview(set("look", "mid", "look-1=Two?", "look-3", "look-4"));
		assertThat(changed.header("ETag")).isEqualTo("\"1\"");
		assertThat(changed.<Integer>at("$.revision")).isEqualTo(2);
		assertThat(changed.<List<String>>at("$.added[*].id")).containsExactly("look-4");
		assertThat(changed.<List<String>>at("$.changed[*].id")).containsExactly("look-1");
		assertThat(changed.<List<String>>at("$.changed[0].fields")).containsExactly("prompt");
		assertThat(changed.<List<String>>at("$.removed[*].id")).containsExactly("look-2");
		assertThat(changed.<Integer>at("$.unchanged")).isEqualTo(1);
		assertThat(this.api.get("/question-sets/look").<Integer>at("$.revision")).isEqualTo(1);
		assertThat(preview(set("look", "guru", "look-1")).status()).isEqualTo(422);
		assertThat(preview(set("thief", "mid", "look-1")).errors()).singleElement().asString().contains("belongs to");
		assertThat(this.api.importYaml("?id=keeper", set("look", "mid", "look-4")).status()).isEqualTo(201);
		Api reader = Api.as(this.port, "reader", "questions:read");
		assertThat(reader.send(HttpMethod.POST, "/question-sets/preview", "text/csv", "x").status()).isEqualTo(403);
	}

	@Test
	void aPreviewSaysWhatWouldChangeAboutTheSetItself() {
		String title = "title: My title\n";
		this.api.importYaml("", title + set("about", "mid", "about-1", "about-2"));
		Answer preview = preview(set("about", "mid", "about-2", "about-1").replace("everything", "little"));
		assertThat(preview.<List<Object>>at("$.changed")).isEmpty();
		assertThat(preview.<List<Map<String, Object>>>at("$.setChanges")).containsExactly(
				Map.of("field", "title", "before", "My title", "after", "about"),
				Map.of("field", "focus", "level", "mid", "before", "everything", "after", "little"),
				Map.of("field", "order", "level", "mid"));
	}

	@Test
	void aPreviewSaysWhatHasChangedOfAQuestionThatComesBack() {
		this.api.importYaml("", set("back", "mid", "back-1=One?", "back-2=Two?", "back-3"));
		this.api.post("/questions/back-1/retire", "{\"reason\": \"Too old\"}");
		this.api.post("/questions/back-2/retire", "{\"reason\": \"Too old\"}");
		Answer preview = preview(set("back", "mid", "back-1=One?", "back-2=Three?", "back-3"));
		assertThat(preview.<List<Boolean>>at("$.added[*].returning")).containsExactly(true, true);
		assertThat(preview.<List<List<String>>>at("$.added[*].fields")).containsExactly(List.of(), List.of("prompt"));
	}

	@Test
	void aPreviewCountsTheLevelsAndNamesWhatIsWorthAnotherLookInWhatChanges() {
		this.api.importYaml("", set("peek", "mid", "peek-1=Why is it? And how is it?"));
		Answer preview = preview(set("peek", "mid", "peek-1=Why is it? And how is it?", "peek-2=What is it? Why so?"));
		assertThat(preview.<Integer>at("$.levels[0].questions")).isEqualTo(2);
		assertThat(preview.<String>at("$.levels[0].level")).isEqualTo("mid");
		assertThat(preview.<List<String>>at("$.findings[*].questionId")).contains("peek-2").doesNotContain("peek-1");
	}

	private Answer preview(String yaml) {
		return this.api.send(HttpMethod.POST, "/question-sets/preview", "application/yaml", yaml);
	}

}
