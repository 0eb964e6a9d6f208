package org.vivavoce.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/**
 * The page on which an interview is planned.
 */
record PlanForm(Page page) {

	static PlanForm open(Person person) {
		return new PlanForm(person.open("/interviews/new"));
	}

	Locator candidate() {
		return this.page.getByLabel("Candidate id");
	}

	Locator name() {
		return this.page.getByLabel(Pattern.compile("^Name"));
	}

	Locator role() {
		return this.page.getByLabel("Role");
	}

	Locator panel() {
		return this.page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Panel"));
	}

	Locator technology() {
		return this.page.getByLabel("Technology");
	}

	/**
	 * How many questions of a level are wanted.
	 */
	Locator count(String level) {
		return this.page.getByRole(AriaRole.SPINBUTTON,
				new Page.GetByRoleOptions().setName(Pattern.compile("^" + level)));
	}

	Locator update() {
		return button(Pattern.compile("^Update the plan")).last();
	}

	Locator openInterview() {
		return button(Pattern.compile("^Open the interview"));
	}

	Locator button(Pattern name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
	}

	/**
	 * The planned questions.
	 */
	Locator rows() {
		return this.page.getByRole(AriaRole.GROUP,
				new Page.GetByRoleOptions().setName(Pattern.compile("^Question \\d")));
	}

	/**
	 * The id of the interview whose page is open after planning.
	 */
	String opened() {
		this.page.waitForURL(Pattern.compile("/interviews/iv-"));
		return this.page.url().replaceFirst(".*/interviews/(iv-[0-9a-z]+).*", "$1");
	}

}
