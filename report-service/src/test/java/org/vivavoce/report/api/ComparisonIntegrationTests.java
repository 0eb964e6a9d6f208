package org.vivavoce.report.api;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.vivavoce.contracts.Level;
import org.vivavoce.report.ReportServiceTest;
import org.vivavoce.report.Service;
import org.vivavoce.report.scorecard.History;

import static org.assertj.core.api.Assertions.assertThat;

@ReportServiceTest
class ComparisonIntegrationTests {

	private static final String COMPARE = "/api/v1/comparisons?candidate={one}&candidate={other}";

	@Autowired
	private Service service;

	@Test
	void candidatesStandSideBySideInTheOrderOfTheirNames() {
		this.service.sendAndAwait(History.of("cmp-1")
			.served("iv", "q", Level.MID, "orm")
			.served("iv", "r", Level.MID, "http")
			.scored("iv", "q", "ann", 4)
			.closed("iv"));
		this.service.sendAndAwait(
				History.of("cmp-2").served("iw", "q", Level.MID, "orm").scored("iw", "q", "ann", 1, true).closed("iw"));
		JsonNode comparison = this.service.get(this.service.recruiter(), COMPARE, "cmp-2", "cmp-1");
		assertThat(comparison.at("/candidates/0/candidate/id").asString()).isEqualTo("cmp-2");
		assertThat(comparison.at("/candidates/0/redFlagCount").asInt()).isEqualTo(1);
		assertThat(comparison.at("/candidates/0/outcome").asString()).isEqualTo("decline");
		assertThat(comparison.at("/candidates/1/score").asDouble()).isEqualTo(100);
		assertThat(comparison.at("/candidates/1/reasons")).isNotEmpty();
		assertThat(comparison.at("/topics/0/topic").asString()).isEqualTo("http");
		assertThat(comparison.at("/topics/0/figures/0").isNull()).isTrue();
		assertThat(comparison.at("/topics/0/figures/1/served").asInt()).isEqualTo(1);
		assertThat(comparison.at("/levels/0/figures/1/score").asDouble()).isEqualTo(100);
		assertThat(comparison.at("/questions/0/answers/0/redFlag").asBoolean()).isTrue();
		assertThat(comparison.at("/questions/1/answers/0").isNull()).isTrue();
		assertThat(comparison.at("/sharedQuestions").toString()).isEqualTo("[\"q\"]");
	}

	@Test
	void itIsRedactedToo() {
		this.service.sendAndAwait(ScorecardIntegrationTests.open("cmp-3"));
		this.service.sendAndAwait(ScorecardIntegrationTests.full("cmp-4"));
		assertThat(this.service.get(this.service.as("ann", "reports:read"), COMPARE, "cmp-3", "cmp-4")
			.at("/candidates/0/score")
			.asDouble()).isEqualTo(33.3);
		assertThat(this.service.get(this.service.recruiter(), COMPARE, "cmp-3", "cmp-4")
			.at("/candidates/0/score")
			.asDouble()).isEqualTo(66.7);
	}

	@Test
	void unknownCandidatesAreNamed() {
		this.service.sendAndAwait(ScorecardIntegrationTests.full("cmp-5"));
		this.service.recruiter()
			.get()
			.uri("/api/v1/comparisons?candidate=nobody-1&candidate=cmp-5&candidate=nobody-2")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("There is no scorecard of nobody-1, nobody-2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "candidate=a", "candidate=a&candidate=a",
			"candidate=1&candidate=2&candidate=3&candidate=4&candidate=5&candidate=6&candidate=7&candidate=8"
					+ "&candidate=9&candidate=10&candidate=11" })
	void fewerThanTwoOrMoreThanTenOrRepeatedAreRefused(String query) {
		this.service.recruiter()
			.get()
			.uri("/api/v1/comparisons?" + query)
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody(String.class);
	}

}
