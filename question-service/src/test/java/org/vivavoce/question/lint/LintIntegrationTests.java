package org.vivavoce.question.lint;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import org.vivavoce.question.Api;
import org.vivavoce.question.Api.Answer;
import org.vivavoce.question.Pages;
import org.vivavoce.question.QuestionServiceTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.SampleSets.set;

@QuestionServiceTest
class LintIntegrationTests {

	@LocalServerPort
	private int port;

	@Test
	void findingsAreReadBySetAndOverTheHub() {
		Api api = Api.admin(this.port);
		api.importYaml("", set("linted", "mid", "linted-1=What is a view? What is <b>bold</b>?").replace("A red flag",
				"A vague answer"));
		Answer one = api.get("/question-sets/linted/findings");
		assertThat(one.status()).isEqualTo(200);
		assertThat(one.<Integer>at("$.questions")).isEqualTo(1);
		assertThat(one.<List<String>>at("$.findings[*].rule")).contains("double-barrelled", "red-flag-weak",
				"answer-short");
		assertThat(one.<String>at("$.findings[0].questionId")).isEqualTo("linted-1");
		assertThat(one.<String>at("$.findings[0].advice")).isNotBlank();
		assertThat(api.get("/question-sets/-/findings").<List<String>>at("$.findings[*].set")).contains("linted");
		assertThat(api.get("/question-sets/nowhere/findings").status()).isEqualTo(404);
		assertThat(Api.as(this.port, "stranger", "reports:read").get("/question-sets/linted/findings").status())
			.isEqualTo(403);
	}

	@Test
	void thePageSaysWhatWasFoundAndWhatToDo() {
		Api.admin(this.port).importYaml("", set("shown", "mid", "shown-1=What is a view? What is <b>bold</b>?"));
		Pages reader = Pages.as(this.port, "reader", "questions:read");
		assertThat(reader.get("/hub/lint?set=shown").html())
			.contains("Several questions in one", "It has 2 question marks", "Ask one thing", "&lt;b&gt;bold",
					"href=\"/hub/questions/shown-1\"", "href=\"/hub/lint\"")
			.doesNotContain("/hub/questions/shown-1/edit");
		assertThat(Pages.as(this.port, "editor", "questions:read", "questions:write").get("/hub/lint?set=shown").html())
			.contains("/hub/questions/shown-1/edit");
		assertThat(reader.get("/hub/lint?set=nowhere").status()).isEqualTo(404);
		assertThat(Pages.as(this.port, "stranger", "reports:read").get("/hub/lint").status()).isEqualTo(403);
	}

	@Test
	void manyFindingsHavePages() {
		Api.admin(this.port)
			.importYaml("",
					set("many", "mid",
							IntStream.range(0, 16)
								.mapToObj((number) -> "many-" + number + "=What is a manifold?")
								.toArray(String[]::new)));
		Pages reader = Pages.as(this.port, "reader", "questions:read");
		assertThat(reader.get("/hub/lint?set=many").html())
			.contains("rel=\"next\" href=\"/hub/lint?set=many&amp;from=100\"")
			.doesNotContain("From the beginning");
		assertThat(reader.get("/hub/lint?set=many&from=100").html())
			.contains("href=\"/hub/lint?set=many\"", "href=\"/hub/questions/many-15\"")
			.doesNotContain("from=100\"");
	}

	@Test
	void whereNothingWasFoundThePageSaysSo() {
		Api.admin(this.port)
			.importYaml("",
					set("clean", "mid", "clean-1=Who is called when the clean house burns?")
						.replace("A strong answer", "Whoever is next to the telephone, and then the neighbours")
						.replace("A red flag", "Runs away without a word to anybody."));
		assertThat(Pages.as(this.port, "reader", "questions:read").get("/hub/lint?set=clean").html())
			.contains("Nothing was found", "1 question was looked at", "Look at all question sets")
			.doesNotContain("class=\"tag warn\"");
	}

}
