package org.vivavoce.browser;

import java.time.Duration;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Planning an interview on its page.
 */
@InBrowser
class PlanBrowserTests {

	@Test
	void anInterviewIsPlannedByKeyboardAlone(People people) {
		Person recruiter = people.as("recruiter");
		String interview = byKeyboard(recruiter, "keyed", 2, 1);
		assertThat(recruiter.api().get("/interviews/" + interview).require(200).json().get("planned").asInt())
			.isEqualTo(3);
	}

	/**
	 * Plan with Tab, letters and Enter.
	 * @return the id of the interview
	 */
	static String byKeyboard(Person recruiter, String candidate, int mid, int senior) {
		PlanForm form = PlanForm.open(recruiter);
		recruiter.tabTo(form.candidate());
		recruiter.type(candidate);
		recruiter.tabTo(form.name());
		recruiter.type("Kay Board");
		recruiter.tabTo(form.role());
		recruiter.type("Backend developer");
		recruiter.tabTo(form.panel());
		recruiter.type("interviewer-1");
		recruiter.press("Enter");
		recruiter.type("interviewer-2");
		recruiter.tabTo(form.technology());
		recruiter.type("django");
		recruiter.tabTo(form.count("Junior"));
		recruiter.type("0");
		recruiter.tabTo(form.count("Mid"));
		recruiter.type(String.valueOf(mid));
		recruiter.tabTo(form.count("Senior"));
		recruiter.type(String.valueOf(senior));
		recruiter.press("Tab");
		assertThat(form.rows()).hasCount(mid + senior);
		recruiter.tabTo(form.openInterview());
		recruiter.press("Enter");
		return form.opened();
	}

	@Test
	void whatIsTypedWhileThePlanIsOnItsWayIsNotLost(People people) {
		Person recruiter = people.as("recruiter");
		PlanForm form = PlanForm.open(recruiter);
		Page page = form.page();
		recruiter.farAway(Duration.ofMillis(300));
		recruiter.tabTo(form.count("Junior"));
		recruiter.type("1");
		page.waitForResponse("**/preview", () -> {
			recruiter.tabTo(form.count("Mid"));
			recruiter.type("2");
		}).finished();
		page.waitForFunction("() => document.querySelectorAll('.htmx-request').length === 0");
		recruiter.tabTo(form.count("Senior"));
		recruiter.type("1");
		recruiter.press("Tab");
		assertThat(form.count("Senior")).hasValue("1");
		assertThat(form.count("Mid")).hasValue("2");
	}

	@Test
	void theFocusStaysWhereItIsWhenAQuestionIsSwapped(People people) {
		Person recruiter = people.as("recruiter");
		PlanForm form = PlanForm.open(recruiter);
		Locator first = form.page().getByRole(AriaRole.LISTITEM).first();
		String before = first.innerText();
		Locator swap = form.button(Pattern.compile("^Swap question 1 "));
		recruiter.tabTo(swap);
		recruiter.press("Enter");
		assertThat(first).not().hasText(before);
		assertThat(swap).isFocused();
	}

	@Test
	void aPlanWithFaultsKeepsWhatWasTypedAndLeadsToEachFault(People people) {
		Person recruiter = people.as("recruiter");
		recruiter.expect("status of 422");
		PlanForm form = PlanForm.open(recruiter);
		form.candidate().fill("not an id");
		form.role().fill("Tester");
		form.openInterview().click();
		assertThat(form.candidate()).hasAttribute("aria-invalid", "true");
		assertThat(form.candidate()).hasValue("not an id");
		assertThat(form.role()).hasValue("Tester");
		assertThat(Axe.findings(form.page())).isEmpty();
		Page page = form.page();
		page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK).first().click();
		assertThat(form.candidate()).isFocused();
	}

}
