package org.vivavoce.browser;

import java.util.List;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;

/**
 * What axe has to say about a page by WCAG 2.2, levels A and AA.
 */
final class Axe {

	private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

	private Axe() {
	}

	/**
	 * Each violation in a line.
	 */
	static List<String> findings(Page page) {
		AxeRunOptions options = new AxeRunOptions();
		// what is in order is not told element by element
		options.setResultTypes(List.of("violations"));
		// no page within a page here: one pass finds all
		return new AxeBuilder(page).options(options)
			.withTags(TAGS)
			.setLegacyMode(true)
			.analyze()
			.getViolations()
			.stream()
			.map(Axe::told)
			.toList();
	}

	private static String told(Rule rule) {
		return rule.getId() + ": " + rule.getHelp() + " at "
				+ rule.getNodes().stream().limit(3).map((node) -> String.valueOf(node.getHtml())).toList();
	}

}
