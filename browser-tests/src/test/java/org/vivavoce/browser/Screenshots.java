package org.vivavoce.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Pictures of the pages for people who read about them; not among the tests that every
 * build runs. They are made by
 * {@code ./mvnw -am -pl browser-tests test -Dtest=Screenshots -Dsurefire.failIfNoSpecifiedTests=false -Dvivavoce.screenshots=DIR}.
 */
@InBrowser
class Screenshots {

	@SuppressWarnings("unused")
	private static final List<Place> PAGES = Place.PAGES;

	private final Path directory = Path.of(System.getProperty("vivavoce.screenshots", "target/screenshots"));

	@ParameterizedTest(name = "{0}")
	@FieldSource("PAGES")
	void takePictures(Place place, People people) {
		String name = place.name().toLowerCase(Locale.ROOT).replace(' ', '-');
		Page page = place.visit(people).page();
		take(page, name);
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		take(page, name + "-dark");
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
		page.setViewportSize(390, 844);
		take(page, name + "-phone");
	}

	private void take(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(this.directory.resolve(name + ".png")).setFullPage(true));
	}

}
