package org.vivavoce.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Interview kits.
 */
@InBrowser
class KitBrowserTests {

	@Test
	void aKitIsMadeWhileItShowsWhatItWouldAskAndAnInterviewIsPlannedByIt(People people) {
		Person recruiter = people.as("recruiter");
		Page page = recruiter.open("/hub/new-kit");
		page.getByLabel("Technology").selectOption("kafka");
		assertThat(topic(page, "schemas")).isVisible();
		page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Streams, mid level");
		page.getByLabel(Pattern.compile("^Time for all answers")).fill("20");
		page.getByLabel(Pattern.compile("^Junior")).fill("0");
		page.getByLabel(Pattern.compile("^Junior")).press("Tab");
		assertThat(page.getByText("No interview can be planned like this.")).isVisible();
		assertThat(page.getByText(Pattern.compile("The shortest plan takes \\d+ minutes", Pattern.CASE_INSENSITIVE)))
			.isVisible();
		page.getByLabel(Pattern.compile("^Time for all answers")).fill("60");
		page.getByLabel(Pattern.compile("^Time for all answers")).press("Tab");
		assertThat(rows(page)).hasCount(7);

		page.getByLabel("Find a question to add").pressSequentially("offset");
		page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Found"))
			.getByRole(AriaRole.LISTITEM)
			.filter(new Locator.FilterOptions().setHasText("Senior"))
			.first()
			.getByRole(AriaRole.BUTTON)
			.click();
		assertThat(page.getByText("Added; 1 key question now.")).isAttached();
		assertThat(page.getByLabel("Find a question to add")).isFocused();
		assertThat(page.getByText("Key question of the kit")).isVisible();
		topic(page, "schemas").check();
		assertThat(rows(page).filter(new Locator.FilterOptions().setHasText("schemas")).first()).isVisible();
		assertThat(Axe.findings(page)).isEmpty();
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save the kit")).click();
		assertThat(page.getByText("There is a question about schemas.")).isVisible();

		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Plan an interview with it")).click();
		assertThat(rows(page)).hasCount(7);
		assertThat(Axe.findings(page)).isEmpty();
		PlanForm form = new PlanForm(page);
		form.candidate().fill("kit-candidate");
		form.role().fill("Streaming developer");
		form.panel().fill("interviewer-1");
		form.openInterview().click();
		assertThat(page.getByText("streams-mid-level, version 1")).isVisible();
		assertThat(page.getByText("Key question of the kit")).isVisible();
	}

	@Test
	void anotherKitOrNoneTakesThePlaceOfThePlan(People people) {
		Exhibits.shared();
		Page page = people.as("recruiter").open("/interviews/new");
		PlanForm form = new PlanForm(page);
		form.candidate().fill("undecided");
		page.getByLabel("Interview kit").selectOption(Exhibits.KIT);
		assertThat(rows(page)).hasCount(8);
		assertThat(form.candidate()).hasValue("undecided");
		assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Swap"))))
			.hasCount(0);
		page.getByLabel("Interview kit").selectOption("");
		assertThat(form.count("Mid")).hasValue("5");
		assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Swap"))))
			.hasCount(8);
	}

	private static Locator topic(Page page, String name) {
		return page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
	}

	private static Locator rows(Page page) {
		return page.locator(".plan-row");
	}

}
