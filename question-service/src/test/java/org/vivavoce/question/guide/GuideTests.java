package org.vivavoce.question.guide;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GuideTests {

	@Test
	void theFirstHeadingIsTheTitleAndTheOthersAreTheSections() {
		Guide guide = Guide.of("# How to ask\n\nIn short.\n\n## In the room, now\n\n### Detail\n\n## After\n");
		assertThat(guide.title()).isEqualTo("How to ask");
		assertThat(guide.sections()).containsExactly(new Guide.Section("in-the-room-now", "In the room, now"),
				new Guide.Section("after", "After"));
		assertThat(guide.html()).startsWith("<p>In short.</p>")
			.contains("<h2 id=\"in-the-room-now\">", "<h3 id=\"detail\">", "<h2 id=\"after\">")
			.doesNotContain("How to ask");
	}

	@Test
	void aTableScrollsByItselfAndAlignsItsNumbersByTheStylesheet() {
		String html = Guide.of("# A\n\n## Sums\n\nText\n\n| a | b |\n|---|---:|\n| one | 1 |\n").html();
		assertThat(html)
			.contains("role=\"region\"", "aria-label=\"Sums, table\"", "tabindex=\"0\"", "<th class=\"number\">b</th>",
					"<td class=\"number\">1</td>", "</table></div>")
			.doesNotContain("align=");
		assertThat(html).containsOnlyOnce("<table>").containsOnlyOnce("<thead>");
	}

	@Test
	void htmlIsTextAndALinkRunsNothing() {
		assertThat(Guide.of("# A\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) <b>b</b>\n").html())
			.contains("&lt;script&gt;", "&lt;b&gt;", "href=\"\"")
			.doesNotContain("<script", "javascript:");
	}

	@Test
	void aDocumentWithoutATitleIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Guide.of("Text first\n"));
		assertThatIllegalArgumentException().isThrownBy(() -> Guide.of(""));
	}

}
