package org.vivavoce.browser;

import java.time.Duration;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import org.vivavoce.testing.pipeline.Played;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * A scorecard that somebody has open while the panel still rates.
 */
@InBrowser
class LiveBrowserTests {

	private static final Duration LIMIT = Duration.ofSeconds(3);

	@Test
	void aRatingIsOnAnOpenScorecardWithinSeconds(People people) {
		Played played = Played.plan(people.pipeline(), "live", "Liv Ely", 5, "{\"mid\": 3}");
		Played.Given given = played.next(people.pipeline(), 1, 1, false);
		Locator score = score(openLive(people, played));
		assertThat(score).containsText("0.0 of 100");

		long begin = System.nanoTime();
		played.rate(people.pipeline(), "interviewer-1", given, 4, false);
		assertThat(score).containsText("50.0 of 100");
		Duration taken = Duration.ofNanos(System.nanoTime() - begin);
		System.out.printf("A rating was on an open scorecard after %d ms%n", taken.toMillis());
		assertThat(taken).isLessThan(LIMIT);
	}

	@Test
	void whatAReaderHasOpenedAndScrolledToStays(People people) {
		Played played = Played.plan(people.pipeline(), "stays", "Stay Put", 6, "{\"mid\": 4}");
		Played.Given given = played.next(people.pipeline(), 1, 1, false);
		played.next(people.pipeline(), 1, 1, false);
		Page page = openLive(people, played);
		assertThat(score(page)).containsText("0.0 of 100");
		page.getByText("How this was computed").click();
		Locator table = page.getByRole(AriaRole.REGION,
				new Page.GetByRoleOptions().setName("Every answer and how it counts"));
		table.evaluate("(element) => element.scrollIntoView({ block: 'center' })");
		Number before = (Number) page.evaluate("window.scrollY");
		LayoutShift.begin(page);

		played.rate(people.pipeline(), "interviewer-1", given, 4, false);
		assertThat(score(page)).containsText("25.0 of 100");
		assertThat(table).isVisible();
		assertThat(before.doubleValue()).isPositive();
		assertThat(((Number) page.evaluate("window.scrollY")).doubleValue()).isCloseTo(before.doubleValue(),
				within(2.0));
		assertThat(LayoutShift.sum(page)).isLessThan(LayoutShift.TOLERATED);
	}

	@Test
	void theListFollowsWhatHappens(People people) {
		Played played = Played.plan(people.pipeline(), "listed", "Lis Ted", 5, "{\"mid\": 1}");
		people.pipeline().as("dashboard").scorecard("listed");
		Page page = people.as("dashboard").open("/scorecards");
		Locator row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Lis Ted"));
		assertThat(row).containsText("0 of 1");
		played.next(people.pipeline(), 4, 4, false);
		assertThat(row).containsText("1 of 1");
		assertThat(row).containsText("100.0");
	}

	/**
	 * Open a scorecard and wait until it follows its events.
	 */
	private static Page openLive(People people, Played played) {
		people.pipeline().as("dashboard").scorecard(played.candidate());
		Page page = people.as("dashboard").open("/scorecards/" + played.candidate());
		page.waitForSelector("[data-live-state=live]");
		return page;
	}

	private static Locator score(Page page) {
		return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Score and outcome"));
	}

}
