package org.vivavoce.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The page on which a panel member scores.
 */
record Console(Person person, String interview) {

	/** What the browser says of requests without a network or a server. */
	private static final String[] UNREACHABLE = { "net::ERR_", "htmx:sendError", "htmx:timeout" };

	static Console open(Person person, String interview) {
		Console console = new Console(person, interview);
		person.open(console.path());
		return console;
	}

	/**
	 * Open the console of somebody who is going to be cut off.
	 */
	static Console openUnreliably(Person person, String interview) {
		for (String complaint : UNREACHABLE) {
			person.expect(complaint);
		}
		return open(person, interview);
	}

	String path() {
		return "/interviews/" + this.interview + "/console";
	}

	Page page() {
		return this.person.page();
	}

	/**
	 * Wait until this question is shown.
	 */
	Console shows(int position) {
		assertThat(page().getByText(Pattern.compile("^Question " + position + " of \\d+$"))).isVisible();
		return this;
	}

	Locator rating(int value) {
		return page().getByRole(AriaRole.RADIO, new GetByRoleOptions().setName(Pattern.compile("^" + value + " ")));
	}

	Locator notes() {
		return page().getByLabel(Pattern.compile("^Notes"));
	}

	/**
	 * Whether what was given is saved, in words.
	 */
	Locator sign() {
		return page().locator("form").getByRole(AriaRole.STATUS);
	}

	Console isSaved() {
		assertThat(sign()).containsText(Pattern.compile("^Saved"));
		return this;
	}

	Locator panel() {
		return page().getByRole(AriaRole.LIST, new GetByRoleOptions().setName("Panel"));
	}

	Locator button(String name) {
		return page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
	}

	Locator link(String name) {
		return page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
	}

	/**
	 * The rating that the server knows of this person for the question at a position, 0
	 * for none.
	 */
	int known(int position) {
		JsonNode sheet = this.person.api().get("/score-sheets/" + this.interview).require(200).json();
		return sheet.get("questions").get(position - 1).at("/mine/rating").asInt(0);
	}

}
