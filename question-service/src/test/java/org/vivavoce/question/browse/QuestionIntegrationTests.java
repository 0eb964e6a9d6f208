package org.vivavoce.question.browse;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import org.vivavoce.question.Api;
import org.vivavoce.question.Api.Answer;
import org.vivavoce.question.QuestionServiceTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.SampleSets.set;

@QuestionServiceTest
class QuestionIntegrationTests {

	@LocalServerPort
	private int port;

	private Api api = Api.admin(0);

	@BeforeEach
	void signIn() {
		this.api = Api.admin(this.port);
	}

	@Test
	void questionsAreFilteredAndSearched() {
		assertThat(ids("technology=DJANGO&level=mid")).hasSize(8).doesNotHaveDuplicates();
		List<String> topics = this.api.get("/questions?technology=django").at("$.items[*].topic");
		assertThat(ids("technology=django&topic=" + topics.getFirst().toUpperCase())).isNotEmpty();
		this.api.importYaml("", set("find", "mid", "find-1=Is 1+1 (really) 2.0?", "find-2=Is 11 REALLY 250?"));
		assertThat(ids("set=find&q=REALLY")).containsExactly("find-1", "find-2");
		assertThat(ids("set=find&q=1%2B1%20(really")).containsExactly("find-1");
		assertThat(ids("set=find&q=2.0")).containsExactly("find-1");
		assertThat(ids("set=find&q=topic-find-2")).containsExactly("find-2");
		assertThat(ids("set=find&q=.*")).isEmpty();
		assertThat(ids("set=nothing")).isEmpty();
	}

	private List<String> ids(String query) {
		return this.api.get("/questions?" + query).at("$.items[*].id");
	}

	@Test
	void questionsAreListedInPages() {
		String[] questions = IntStream.range(0, 7).mapToObj((number) -> "many-" + number).toArray(String[]::new);
		this.api.importYaml("", set("many", "senior", questions));
		Answer first = this.api.get("/questions?set=many&limit=5");
		Answer second = this.api.get("/questions?set=many&limit=5&cursor=" + first.<String>at("$.next"));
		assertThat(first.<List<String>>at("$.items[*].id")).containsExactly("many-0", "many-1", "many-2", "many-3",
				"many-4");
		assertThat(second.<List<String>>at("$.items[*].id")).containsExactly("many-5", "many-6");
		assertThat(second.<String>at("$.next")).isNull();
	}

	@Test
	void aQuestionHasTheFieldsOfTheContract() {
		Answer answer = this.api.get("/questions?technology=django&limit=1");
		assertThat(answer.<Map<String, Object>>at("$.items[0]")).containsOnlyKeys("id", "revision", "technology",
				"level", "topic", "minutes", "prompt", "strongAnswer", "redFlag", "keyPoints", "ratingAnchors", "set",
				"change");
		assertThat(answer.<Map<String, Object>>at("$.items[0].keyPoints[0]")).containsOnlyKeys("id", "text");
		assertThat(answer.<Map<String, Object>>at("$.items[0].ratingAnchors[0]")).containsOnlyKeys("rating", "text");
	}

}
