package org.vivavoce.report.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.contracts.Level;
import org.vivavoce.report.ReportServiceTest;
import org.vivavoce.report.Service;
import org.vivavoce.report.scorecard.History;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Candidates l-0 to l-6 with scores 0, 33.3, 66.7, 100, 100, 100 and none; l-7 is open.
 */
@ReportServiceTest
@TestPropertySource(properties = "test.database=its own")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListIntegrationTests {

	@Autowired
	private Service service;

	@BeforeAll
	void tellOfSome() {
		for (int i = 0; i < 6; i++) {
			this.service.sendAndAwait(History.of("l-" + i)
				.target((i < 2) ? Level.JUNIOR : Level.MID)
				.at(1_000_000 + 10 * i)
				.opened("iv-" + i)
				.served("iv-" + i, "q", Level.JUNIOR)
				.scored("iv-" + i, "q", "ann", Math.min(4, 1 + i))
				.at(1_000_100 + 10 * (i / 2))
				.closed("iv-" + i));
		}
		this.service.sendAndAwait(History.of("l-6").at(1_000_000).opened("iv-6"));
		this.service.sendAndAwait(History.of("l-7")
			.at(1_000_000)
			.panel("ann", "zoe")
			.opened("iv-7")
			.served("iv-7", "q", Level.MID)
			.scored("iv-7", "q", "ann", 3));
	}

	@Test
	void theLatestComeFirst() {
		assertThat(ids(get(this.service.recruiter(), ""))).containsExactly("l-5", "l-4", "l-3", "l-2", "l-1", "l-0",
				"l-7", "l-6");
	}

	@Test
	void aSummaryIsThatOfTheScorecard() {
		JsonNode item = get(this.service.recruiter(), "&minScore=33&sort=score").at("/items/0");
		JsonNode card = this.service.get(this.service.recruiter(), "/api/v1/scorecards/l-1");
		assertThat(item.at("/candidateId")).isEqualTo(card.at("/candidate/id"));
		for (String field : List.of("version", "score", "outcome", "reasons", "coverage", "updatedAt")) {
			assertThat(item.get(field)).as(field).isEqualTo(card.get(field));
		}
		assertThat(item.get("redFlagCount").asInt()).isZero();
	}

	@Test
	void byScoreThoseWithoutOneAreLowest() {
		assertThat(ids(get(this.service.recruiter(), "&sort=-score"))).containsExactly("l-5", "l-4", "l-3", "l-7",
				"l-2", "l-1", "l-0", "l-6");
		assertThat(ids(get(this.service.recruiter(), "&sort=score"))).containsExactly("l-6", "l-0", "l-1", "l-2", "l-7",
				"l-3", "l-4", "l-5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "score", "-score", "updatedAt", "-updatedAt" })
	void pagesOverTiesMissNothingAndRepeatNothing(String sort) {
		List<String> paged = new ArrayList<>();
		String cursor = null;
		do {
			JsonNode page = (cursor == null) ? get(this.service.recruiter(), "&limit=2&sort={sort}", sort)
					: get(this.service.recruiter(), "&limit=2&sort={sort}&cursor={cursor}", sort, cursor);
			assertThat(page.get("items")).hasSizeLessThanOrEqualTo(2);
			paged.addAll(ids(page));
			cursor = page.get("next").isNull() ? null : page.get("next").asString();
		}
		while (cursor != null);
		assertThat(paged).isEqualTo(ids(get(this.service.recruiter(), "&sort={sort}", sort))).hasSize(8);
	}

	@Test
	void filtersNarrowTheList() {
		WebTestClient recruiter = this.service.recruiter();
		assertThat(ids(get(recruiter, "&level=junior"))).containsExactly("l-1", "l-0");
		assertThat(ids(get(recruiter, "&technology=DJANGO&level=junior"))).containsExactly("l-1", "l-0");
		assertThat(ids(get(recruiter, "&technology=rust"))).isEmpty();
		assertThat(ids(get(recruiter, "&outcome=advance"))).containsExactly("l-5", "l-4", "l-3");
		assertThat(ids(get(recruiter, "&outcome=incomplete"))).containsExactly("l-7", "l-6");
		assertThat(ids(get(recruiter, "&minScore=66.7&sort=score"))).containsExactly("l-2", "l-7", "l-3", "l-4", "l-5");
		assertThat(ids(get(recruiter, "&minScore=0"))).doesNotContain("l-6").hasSize(7);
		assertThat(ids(get(recruiter, "&updatedSince={since}",
				History.of("x").at(1_000_120).closed("y").events().getFirst().time())))
			.containsExactly("l-5", "l-4");
	}

	@Test
	void whoMustNotKnowTheScoreDoesNotLearnItFromTheOrder() {
		WebTestClient zoe = this.service.as("zoe", "reports:read");
		assertThat(ids(get(zoe, "&sort=-score"))).doesNotContain("l-7");
		assertThat(ids(get(zoe, "&minScore=50"))).doesNotContain("l-7");
		JsonNode page = get(zoe, "&outcome=incomplete");
		assertThat(ids(page)).containsExactly("l-7", "l-6");
		assertThat(page.at("/items/0/score").isNull()).isTrue();
		assertThat(page.at("/items/0/coverage/scored").asInt()).isZero();
		assertThat(get(this.service.as("ann", "reports:read"), "").at("/items/6/score").asDouble()).isEqualTo(66.7);
	}

	@ParameterizedTest
	@ValueSource(strings = { "limit=0", "limit=201", "limit=x", "sort=name", "level=expert", "outcome=great",
			"minScore=101", "minScore=NaN", "minScore=x", "updatedSince=yesterday", "cursor=x", "cursor=WzFd" })
	void whatCannotBeReadIsRefused(String query) {
		this.service.recruiter()
			.get()
			.uri("/api/v1/scorecards?" + query)
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody(String.class);
	}

	@Test
	void aCursorBelongsToItsOrder() {
		String cursor = get(this.service.recruiter(), "&limit=2&sort=score").get("next").asString();
		this.service.recruiter()
			.get()
			.uri("/api/v1/scorecards?limit=2&sort=-score&cursor={cursor}", cursor)
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody(String.class);
	}

	@Test
	void aForgottenCandidateLeavesTheList() {
		History history = History.of("l-8").at(900_000).opened("iv-8");
		this.service.sendAndAwait(history);
		assertThat(ids(get(this.service.recruiter(), ""))).contains("l-8");
		this.service.send(History.of("l-8").at(1_000_000).forgotten());
		org.awaitility.Awaitility.await()
			.untilAsserted(() -> assertThat(ids(get(this.service.recruiter(), "&sort=score"))).doesNotContain("l-8"));
	}

	/**
	 * That each of these has an index, every class of tests with a store sees to.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "sort=score", "sort=-score", "sort=updatedAt", "sort=-updatedAt" })
	void filtersMayBeCombinedInAnyOrder(String sort) {
		List<String> filters = List.of("&technology=django", "&level=mid", "&outcome=incomplete", "&minScore=10",
				"&updatedSince=2020-01-01T00:00:00Z");
		for (int chosen = 0; chosen < 1 << filters.size(); chosen++) {
			int among = chosen;
			String query = IntStream.range(0, filters.size())
				.filter((at) -> (among >> at & 1) != 0)
				.mapToObj(filters::get)
				.collect(Collectors.joining("", sort, "&limit=1"));
			JsonNode page = get(this.service.recruiter(), query);
			assertThat(page.has("items")).isTrue();
			if (!page.get("next").isNull()) {
				assertThat(get(this.service.recruiter(), query + "&cursor={cursor}", page.get("next").asString())
					.has("items")).isTrue();
			}
		}
	}

	private JsonNode get(WebTestClient client, String query, Object... variables) {
		return this.service.get(client, "/api/v1/scorecards?" + query.replaceFirst("^&", ""), variables);
	}

	private static List<String> ids(JsonNode page) {
		return page.get("items").valueStream().map((item) -> item.get("candidateId").asString()).toList();
	}

}
