package org.vivavoce.system.browser;

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

	static Stream<Place> places() {
		return Place.PROBLEMS.stream();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("places")
	void axeFindsNothing(Place place, People people) {
		Page page = place.visit(people).page();
		assertThat(Axe.findings(page)).as("light").isEmpty();
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		assertThat(Axe.findings(page)).as("dark").isEmpty();
		page.setViewportSize(NARROWEST, 640);
		assertThat(Axe.findings(page)).as("%d px wide", NARROWEST).isEmpty();
		assertThat(page.evaluate("document.documentElement.scrollWidth")).as("nothing is wider than the screen")
			.isEqualTo(NARROWEST);
	}

}
