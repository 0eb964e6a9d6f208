package org.vivavoce.system.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The question hub.
 */
@InBrowser
class HubBrowserTests {

	@Test
	void questionsAreFoundWhileSomebodyTypes(People people) {
		Person interviewer = people.as("interviewer-1");
		Page page = interviewer.open("/hub");
		interviewer.press("/");
		interviewer.type("queryset");
		assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("found"))).isVisible();
		assertThat(page.locator("mark").first()).containsText(Pattern.compile("queryset", Pattern.CASE_INSENSITIVE));
		assertThat(page.getByLabel(Pattern.compile("^Search"))).isFocused();
		assertThat(page).hasURL(Pattern.compile("q=queryset"));
	}

	@Test
	void anImportWithFaultsKeepsTheDocumentAndNamesLines(People people) {
		Person recruiter = people.as("recruiter");
		recruiter.expect("status of 422");
		Page page = recruiter.open("/hub/import");
		page.getByLabel("Document")
			.fill("technology: cobol\nlevels:\n  - level: mid\n    questions:\n      - prompt: Why?\n");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Preview").setExact(true)).click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nothing was stored");
		assertThat(page.getByLabel("Document")).hasValue(Pattern.compile("^technology: cobol"));
		assertThat(page.getByText(Pattern.compile("^Line \\d+")).first()).isVisible();
		assertThat(Axe.findings(page)).isEmpty();
	}

	@Test
	void aFileIsPreviewedAndExactlyThatIsImported(People people, @TempDir Path directory) throws IOException {
		Path file = Files.write(directory.resolve("fortran.csv"),
				"\uFEFFtechnology\tquestion\tstrong answer\tred flag\tlevel\nfortran\tWhat is a COMMON block?\tShared memory by name.\tHas never seen one.\tsenior\n"
					.getBytes(StandardCharsets.UTF_16LE));
		Page page = people.as("recruiter").open("/hub/import");
		page.getByLabel("File").setInputFiles(file);
		assertThat(page.getByLabel("Document")).hasValue(Pattern.compile("^technology\tquestion"));
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Preview").setExact(true)).click();
		assertThat(page.getByText("Read as CSV: 1 question about fortran.")).isVisible();
		assertThat(page.locator(".hub-previewed")).containsText("What is a COMMON block?");
		assertThat(Axe.findings(page)).isEmpty();
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import as revision 1")).click();
		assertThat(page.getByText("Imported “fortran”: revision 1 of the set, with 1 question.")).isVisible();
	}

	@Test
	void whoeverMeetsANewerRevisionSeesBothTexts(People people) {
		String path = Exhibits.shared().closed().questionPath(9) + "/edit";
		Person slow = people.as("recruiter");
		slow.expect("status of 409");
		Page mine = slow.open(path);
		Page theirs = people.as("admin").open(path);
		theirs.getByLabel("Red flag").fill("Has never looked at it.");
		theirs.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save as revision 2")).click();
		assertThat(theirs.getByText("Has never looked at it.")).isVisible();

		mine.getByLabel("Red flag").fill("Says that it does not matter.");
		mine.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save as revision 2")).click();
		assertThat(mine.getByRole(AriaRole.ALERT)).containsText("Somebody else has saved revision 2");
		assertThat(mine.getByLabel("Red flag")).hasValue("Says that it does not matter.");
		assertThat(mine.getByText("Has never looked at it.")).isVisible();
		assertThat(Axe.findings(mine)).isEmpty();
	}

}
