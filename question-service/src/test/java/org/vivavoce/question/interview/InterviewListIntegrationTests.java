package org.vivavoce.question.interview;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import org.vivavoce.question.Api;
import org.vivavoce.question.Api.Answer;
import org.vivavoce.question.QuestionServiceTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.SampleInterviews.body;

@QuestionServiceTest
class InterviewListIntegrationTests {

	@LocalServerPort
	private int port;

	private Api api = Api.admin(0);

	@BeforeEach
	void signIn() {
		this.api = Api.admin(this.port);
	}

	@Test
	void listsInterviewsNewestFirstInPages() {
		List<String> ids = new ArrayList<>();
		for (int number = 0; number < 5; number++) {
			ids.addFirst(this.api.post("/interviews", body("list-1", "")).at("$.id"));
		}
		Answer first = this.api.get("/interviews?candidate=list-1&limit=3");
		Answer second = this.api.get("/interviews?candidate=list-1&limit=3&cursor=" + first.<String>at("$.next"));
		assertThat(first.<List<String>>at("$.items[*].id")).isEqualTo(ids.subList(0, 3));
		assertThat(second.<List<String>>at("$.items[*].id")).isEqualTo(ids.subList(3, 5));
		assertThat(second.<String>at("$.next")).isNull();
	}

	@Test
	void filtersInterviewsByStateAndPanelist() {
		String one = this.api.post("/interviews", body("filter-1", "\"panel\": [\"filter-p\"]")).at("$.id");
		String two = this.api.post("/interviews", body("filter-2", "\"panel\": [\"x\", \"filter-p\"]")).at("$.id");
		this.api.post("/interviews/" + one + "/served", "");
		assertThat(ids("panelist=filter-p")).containsExactly(two, one);
		assertThat(ids("panelist=filter-p&state=in-progress")).containsExactly(one);
		assertThat(ids("panelist=filter-p&state=planned&candidate=filter-2")).containsExactly(two);
		this.api.post("/interviews/" + two + "/close", "{\"outcome\": \"no-show\"}");
		assertThat(ids("panelist=filter-p&state=closed")).containsExactly(two);
	}

	private List<String> ids(String query) {
		return this.api.get("/interviews?" + query).at("$.items[*].id");
	}

	@ParameterizedTest
	@ValueSource(strings = { "state=open", "limit=0", "cursor=x" })
	void refusesQueriesThatCannotBeRead(String query) {
		assertThat(this.api.get("/interviews?" + query).status()).isEqualTo(400);
	}

	@Test
	void whatDidNotChangeIsNotSentAgain() {
		String path = "/interviews/" + this.api.post("/interviews", body("etag-1", "")).<String>at("$.id");
		String tag = this.api.get(path).header("ETag");
		assertThat(this.api.get(path, "If-None-Match", tag).status()).isEqualTo(304);
		this.api.put("/candidates/etag-1", "{\"name\": \"Somebody Else\"}");
		Answer renamed = this.api.get(path, "If-None-Match", tag);
		assertThat(renamed.status()).isEqualTo(200);
		assertThat(renamed.<String>at("$.candidate.name")).isEqualTo("Somebody Else");
	}

}
