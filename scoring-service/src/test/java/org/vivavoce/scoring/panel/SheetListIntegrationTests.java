package org.vivavoce.scoring.panel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.vivavoce.scoring.Interviews;
import org.vivavoce.scoring.PanelMember;
import org.vivavoce.scoring.ScoringTest;
import org.vivavoce.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vivavoce.scoring.Interviews.opened;
import static org.vivavoce.scoring.Interviews.served;
import static org.vivavoce.scoring.PanelMember.SOLID;
import static org.vivavoce.scoring.PanelMember.YES;

@ScoringTest
class SheetListIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	@Autowired
	private TestTopics topics;

	@LocalServerPort
	private int port;

	private String interview = "";

	private String candidate = "";

	private String sheet = "";

	@BeforeEach
	void interview(TestInfo test) {
		String name = test.getTestMethod().orElseThrow().getName();
		this.interview = "int-" + name;
		this.candidate = "cand-" + name;
		this.sheet = "/" + this.interview;
	}

	@Test
	void theListShowsTheCallersSheetsNewestFirst() {
		List<String> panel = List.of("lister");
		for (int i = 0; i < 5; i++) {
			String name = this.interview + i;
			this.topics.send(opened(name, this.candidate + (i % 2), panel, (i < 2) ? 7 : i));
		}
		PanelMember lister = PanelMember.named("lister", this.port);
		await().atMost(LONG).untilAsserted(() -> lister.get("").expectBody().jsonPath("$.items.length()").isEqualTo(5));
		List<String> order = List.of("0", "1", "4", "3", "2").stream().map((each) -> this.interview + each).toList();
		lister.get("").expectBody().jsonPath("$.items[*].interviewId").isEqualTo(order).jsonPath("$.next").isEmpty();
		String path = "?limit=2";
		for (int page = 0; page < 3; page++) {
			Page answer = Objects
				.requireNonNull(lister.get(path).expectBody(Page.class).returnResult().getResponseBody());
			assertThat(answer.items()).extracting((item) -> item.get("interviewId"))
				.isEqualTo(order.subList(page * 2, Math.min(5, page * 2 + 2)));
			path = "?limit=2&cursor=" + answer.next();
			assertThat(answer.next() == null).isEqualTo(page == 2);
		}
		lister.get("?limit=0").expectStatus().isBadRequest();
		lister.get("?cursor=nonsense").expectStatus().isBadRequest();
	}

	record Page(List<Map<String, Object>> items, @org.jspecify.annotations.Nullable String next) {

	}

	@Test
	void theListCountsWhatTheCallerHasGiven() {
		PanelMember counting = PanelMember.named("counting", this.port);
		this.topics
			.send(served(this.interview, this.candidate, List.of("counting"), 1, Interviews.question("q-1", 1), 5));
		counting.await(this.interview, 1);
		counting.put(this.sheet + "/answers/q-1", SOLID).expectStatus().isOk();
		counting.put(this.sheet + "/recommendation", YES).expectStatus().isOk();
		counting.get("")
			.expectBody()
			.jsonPath("$.items[0].served")
			.isEqualTo(1)
			.jsonPath("$.items[0].scoredByMe")
			.isEqualTo(1)
			.jsonPath("$.items[0].hasRecommended")
			.isEqualTo(true);
	}

}
