package org.vivavoce.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.vivavoce.testing.pipeline.Played;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two members of one panel, each at a browser of their own.
 */
@InBrowser
class PanelBrowserTests {

	private static final String HIDDEN = "Hidden until you have given your recommendation";

	@Test
	void membersSeeThatOthersHaveScoredButNotWhat(People people) {
		Played played = Played.plan(people.pipeline(), "panel", "Pan El", 8, "{\"mid\": 2}");
		Console first = Console.open(people.as("interviewer-1"), played.id());
		Console second = Console.open(people.as("interviewer-2"), played.id());
		first.person().press("n");
		first.shows(1);
		second.link("Go to the question").click();
		second.shows(1);
		assertThat(first.panel()).containsText("interviewer-2: not scored yet");
		second.person().press("4");
		second.isSaved();

		assertThat(first.panel()).containsText("interviewer-2: ✓ scored this answer");
		assertThat(first.page().getByText("What the others gave")).hasCount(0);
		Page card = first.person().open("/scorecards/panel");
		assertThat(card.getByText(HIDDEN).first()).isVisible();
		assertThat(card.getByText("Exceptional", new Page.GetByTextOptions().setExact(true))).hasCount(0);
	}

	@Test
	void whatOthersGaveIsShownAfterTheOwnRecommendation(People people) {
		Played played = Played.plan(people.pipeline(), "shown", "Sho Wn", 8, "{\"mid\": 1}");
		played.next(people.pipeline(), 2, 4, false);
		played.recommend(people.pipeline(), "interviewer-2", "strong-yes");
		Console console = Console.open(people.as("interviewer-1"), played.id()).shows(1);
		assertThat(console.page().getByText("What the others gave")).hasCount(0);
		console.person().press("r");
		console.page().getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
		console.button("Give my recommendation").click();
		console.link("See what the others gave").click();
		assertThat(console.page().getByText("As interviewer-2 sees it")).isVisible();

		console.person().open(console.path());
		Locator others = console.page().getByText("What the others gave");
		others.click();
		assertThat(console.page().getByText("interviewer-2, \"said\" so")).isVisible();
	}

	@Test
	void nothingMovesWhenSomethingIsSavedOrSomebodyElseScores(People people) {
		Played played = Played.plan(people.pipeline(), "steady", "Stead Y", 9, "{\"mid\": 2}");
		Played.Given given = played.next(people.pipeline(), null, null, false);
		Console console = Console.open(people.as("interviewer-1"), played.id()).shows(1);
		LayoutShift.begin(console.page());
		console.person().press("3");
		console.isSaved();
		played.rate(people.pipeline(), "interviewer-2", given, 4, false);
		assertThat(console.panel()).containsText("interviewer-2: ✓ scored this answer");
		assertThat(LayoutShift.sum(console.page())).isLessThan(LayoutShift.TOLERATED);
	}

}
