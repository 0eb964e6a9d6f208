package org.vivavoce.browser;

import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page in its states, by WCAG 2.2 AA: light, dark and on the narrowest screen.
 */
@InBrowser
class AccessibilityBrowserTests {

	private static final int NARROWEST = 320;

	/** The innermost elements that make the page wider than the screen. */
	private static final String TOO_WIDE = """
			() => {
				const wide = (element) => element.getBoundingClientRect().right > innerWidth + 0.5;
				return document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
					.filter((element) => wide(element) && ![...element.children].some(wide))
					.map((element) => element.outerHTML.slice(0, 120));
			}""";

	static Stream<Place> places() {
		return Stream.of(Place.PAGES, Place.EMPTY, Place.PROBLEMS).flatMap(List::stream);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("places")
	void axeFindsNothing(Place place, People people) {
		Page page = place.visit(people).page();
		assertThat(Axe.findings(page)).as("%s, light", place).isEmpty();
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		assertThat(Axe.findings(page)).as("%s, dark", place).isEmpty();
		page.setViewportSize(NARROWEST, 640);
		assertThat(Axe.findings(page)).as("%s, %d px wide", place, NARROWEST).isEmpty();
		assertThat(page.evaluate(TOO_WIDE)).as("what sticks out of %s", place).isEqualTo(List.of());
	}

}
