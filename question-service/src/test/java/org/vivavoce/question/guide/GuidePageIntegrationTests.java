package org.vivavoce.question.guide;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import org.vivavoce.question.Pages;
import org.vivavoce.question.QuestionServiceTest;

import static org.assertj.core.api.Assertions.assertThat;

@QuestionServiceTest
class GuidePageIntegrationTests {

	@LocalServerPort
	private int port;

	@Test
	void whoMayReadQuestionsReadsTheGuide() {
		String html = Pages.as(this.port, "reader", "questions:read").get("/hub/guide").html();
		assertThat(html).contains("<h1>How we interview</h1>", "What a rating means", "100 × 3.083 ÷ 4.0 = 77.1");
		List<String> contents = Pattern.compile("href=\"#([a-z-]+)\">(?!Skip)")
			.matcher(html)
			.results()
			.map((MatchResult link) -> link.group(1))
			.toList();
		assertThat(contents).hasSizeGreaterThan(5)
			.allSatisfy((id) -> assertThat(html).containsOnlyOnce("<h2 id=\"" + id + "\">"));
	}

	@Test
	void theHubLeadsToTheGuide() {
		assertThat(Pages.as(this.port, "reader", "questions:read").get("/hub").html()).contains("href=\"/hub/guide\"");
	}

	@Test
	void nobodyElseReadsIt() {
		assertThat(Pages.as(this.port, "stranger", "reports:read").get("/hub/guide").status()).isEqualTo(403);
	}

}
