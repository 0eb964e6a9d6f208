package org.vivavoce.browser;

import java.time.Duration;
import java.util.regex.Pattern;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A complete interview, and nobody touches a mouse.
 */
@InBrowser
class KeyboardBrowserTests {

	@Test
	void anInterviewIsPlannedHeldAndClosedByKeyboardAlone(People people) {
		String interview = PlanBrowserTests.byKeyboard(people.as("recruiter"), "keyboard", 2, 1);
		Person interviewer = people.as("interviewer-1");
		Console console = Console.open(interviewer, interview);
		interviewer.press("n");
		console.shows(1);
		interviewer.press("3");
		assertThat(console.rating(3)).isChecked();
		interviewer.press("n");
		console.shows(2);
		interviewer.press("1", "f", "/");
		interviewer.type("said 4 nonsense things");
		interviewer.press("Escape", "n");
		console.shows(3);
		interviewer.press("4");
		console.isSaved();
		interviewer.press("n");
		recommend(console);

		JsonNode card = await().atMost(Duration.ofSeconds(20))
			.until(() -> people.pipeline().as("dashboard").scorecard("keyboard"),
					(each) -> each.at("/interviews/0/state").asString("").equals("closed")
							&& each.at("/coverage/scored").asInt() == 3
							&& !each.at("/interviews/0/recommendations").isEmpty());
		assertThat(
				card.at("/interviews/0/answers").valueStream().map((answer) -> answer.at("/ratings/0/rating").asInt()))
			.containsExactly(3, 1, 4);
		assertThat(card.at("/interviews/0/answers/1/ratings/0/notes").asString()).isEqualTo("said 4 nonsense things");
		assertThat(card.get("redFlags").size()).isEqualTo(1);
		assertThat(card.at("/interviews/0/recommendations/0/overall").asString()).isEqualTo("yes");
		Page page = interviewer.open("/scorecards/keyboard");
		assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Score and outcome")))
			.containsText(card.get("score").decimalValue().toPlainString() + " of 100");
		assertThat(page.getByText("said 4 nonsense things")).isVisible();
	}

	/**
	 * Recommend yes, and close.
	 */
	private static void recommend(Console console) {
		Person interviewer = console.person();
		Page page = console.page();
		assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Your recommendation")))
			.isVisible();
		interviewer.tabTo(page.getByRole(AriaRole.RADIO).first());
		interviewer.press("ArrowDown", "ArrowDown");
		assertThat(page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true))).isChecked();
		interviewer.tabTo(page.getByLabel(Pattern.compile("^Why")));
		interviewer.type("Solid where it counts");
		interviewer.tabTo(console.button("Give my recommendation"));
		interviewer.press("Enter");
		assertThat(console.sign()).containsText("See what the others gave");
		page.onceDialog(Dialog::accept);
		interviewer.tabTo(console.button("Close the interview"));
		interviewer.press("Enter");
		assertThat(page.getByText("This interview is closed").first()).isVisible();
	}

	@Test
	void keysDoNotRateWhileSomebodyWrites(People people) {
		Person interviewer = people.as("interviewer-1");
		Console console = Console.open(interviewer, Exhibits.shared().running().id()).shows(4);
		boolean before = console.rating(1).isChecked();
		interviewer.press("?");
		assertThat(page(console).getByRole(AriaRole.DIALOG)).isVisible();
		interviewer.press("1", "Escape");
		assertThat(page(console).getByRole(AriaRole.DIALOG)).isHidden();
		assertThat(console.rating(1).isChecked()).isEqualTo(before).isFalse();
	}

	private static Page page(Console console) {
		return console.page();
	}

}
