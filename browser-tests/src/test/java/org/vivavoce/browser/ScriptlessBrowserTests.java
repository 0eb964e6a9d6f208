package org.vivavoce.browser;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Everything by links and forms, in a browser that runs no scripts.
 */
@InBrowser
class ScriptlessBrowserTests {

	private static final UnaryOperator<NewContextOptions> WITHOUT_SCRIPTS = (options) -> options
		.setJavaScriptEnabled(false);

	@Test
	void aWholeInterviewIsHeldWithoutScripts(People people) {
		String interview = plan(people.as("recruiter", WITHOUT_SCRIPTS));
		Console console = Console.open(people.as("interviewer-1", WITHOUT_SCRIPTS), interview);
		Page page = console.page();
		console.button("Ask the first question").click();
		console.shows(1);
		console.rating(3).check();
		page.getByLabel("Red flag").check();
		console.notes().fill("without scripts");
		console.button("Save and ask the next question").click();
		console.shows(2);
		console.rating(4).check();
		console.button("Save").click();
		console.shows(2).isSaved();
		console.link("Finish").first().click();
		page.getByLabel("Strong yes").check();
		page.getByLabel(Pattern.compile("^Why")).fill("Plain and good");
		console.button("Give my recommendation").click();
		console.isSaved();
		console.button("Close the interview").click();
		assertThat(page.getByText("This interview is closed").first()).isVisible();

		people.pipeline().as("dashboard").scorecard("plain");
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(console.person()
				.open("/scorecards/plain")
				.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Score and outcome"))
				.innerText()).contains("83.3"));
		assertThat(page.getByText("without scripts")).isVisible();
		assertThat(page.getByText("Plain and good")).isVisible();
	}

	@Test
	void questionsAreImportedAndWrittenWithoutScripts(People people) {
		Page page = people.as("recruiter", WITHOUT_SCRIPTS).open("/hub/import");
		page.getByLabel("Document")
			.fill("technology,level,question,strong answer,red flag\n"
					+ "plain,mid,What is a form?,Fields that are sent.,Has seen none.\n");
		button(page, "Preview").click();
		assertThat(page.getByText("Read as CSV: 1 question about plain.")).isVisible();
		button(page, "Import as revision 1").click();
		assertThat(page.getByText("Imported “plain”")).isVisible();
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New question")).click();
		page.getByLabel("Question", new Page.GetByLabelOptions().setExact(true)).fill("What is a link?");
		button(page, "Go on").click();
		button(page, "Throw the draft away").click();
		assertThat(page.getByText("The draft was thrown away.")).isVisible();
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private static String plan(Person recruiter) {
		PlanForm form = PlanForm.open(recruiter);
		form.candidate().fill("plain");
		form.role().fill("Backend developer");
		form.panel().fill("interviewer-1");
		form.count("Junior").fill("0");
		form.count("Mid").fill("2");
		form.count("Senior").fill("0");
		form.update().click();
		assertThat(form.rows()).hasCount(2);
		assertThat(form.candidate()).hasValue("plain");
		form.openInterview().click();
		return form.opened();
	}

}
