package org.vivavoce.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import org.vivavoce.platform.digest.Sha256;
import org.vivavoce.platform.page.Formats;
import org.vivavoce.report.scorecard.ExplainedScorecard;

/**
 * A scorecard as one document to print or to send on, which needs nothing else: it holds
 * the style sheet of all pages, and its policy allows that and nothing more.
 */
@Component
public class PrintedCard {

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

	private final ISpringWebFluxTemplateEngine templates;

	private final String style;

	private final String policy;

	PrintedCard(ISpringWebFluxTemplateEngine templates) throws IOException {
		this.templates = templates;
		this.style = printable(
				new ClassPathResource("assets/platform/vivavoce.css").getContentAsString(StandardCharsets.UTF_8));
		this.policy = "default-src 'none'; style-src 'sha256-" + digest(this.style)
				+ "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
	}

	/**
	 * The content security policy of the document.
	 */
	public String policy() {
		return this.policy;
	}

	/**
	 * The document; always the same for the same card.
	 */
	public String of(ExplainedScorecard explainedScorecard) {
		Map<String, Object> model = Map.of("view", new CardView(explainedScorecard), "words", new Wording(), "format",
				new Formats(), "style", this.style);
		return printable(this.templates.process("scorecard/printed", new Context(Locale.ENGLISH, model)));
	}

	/**
	 * HTML has no way to write other control characters, not even as references.
	 */
	private static String printable(String html) {
		return CONTROL.matcher(html.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("\uFFFD");
	}

	private static String digest(String text) {
		return Base64.getEncoder().encodeToString(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
	}

}
