package org.vivavoce.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
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
		assertThat(page.locator(".hub-previewed").last()).containsText("What is a COMMON block?");
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

	@Test
	void aQuestionIsBegunPublishedRetiredAndRestored(People people) {
		Person recruiter = people.as("recruiter");
		Page page = recruiter.open("/hub/new?technology=kafka&level=senior");
		page.getByLabel("Question", new Page.GetByLabelOptions().setExact(true))
			.fill("Which events does a compacted topic forget?");
		button(page, "Go on").click();
		assertThat(page.getByText("The question is begun, as a draft.")).isVisible();
		page.getByLabel("Strong answer").fill("Older values of a key, and keys whose tombstone has aged.");
		button(page, "Save the draft").click();
		assertThat(page.getByText("The draft is saved.")).isVisible();
		assertThat(page.getByLabel("Strong answer")).hasValue(Pattern.compile("^Older values"));
		assertThat(Axe.findings(page)).isEmpty();
		page.navigate(page.url().replaceAll("/hub/.*", "/hub/drafts"));
		assertThat(Axe.findings(page)).isEmpty();
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Which events does a compacted")).click();
		page.getByLabel("Red flag").fill("Expects the whole history of a key.");
		page.getByLabel("Key points").fill("Keeps the latest value of each key");
		page.getByLabel("Topic").fill("compaction");
		page.getByLabel("Why").fill("Nobody asked about tombstones");
		button(page, "Publish as revision 1").click();
		assertThat(page.getByText("Saved as revision 1.")).isVisible();

		page.getByText("Retire this question").click();
		page.getByLabel("Why").fill("It was posted on a forum");
		assertThat(Axe.findings(page)).isEmpty();
		button(page, "Retire").click();
		assertThat(page.getByText("This question is retired:")).isVisible();
		assertThat(Axe.findings(page)).isEmpty();
		page.getByLabel("Why it comes back").fill("The forum has closed");
		button(page, "Restore").click();
		assertThat(page.getByText("It is back in its set")).isVisible();
		assertThat(page.getByText("The forum has closed")).isVisible();
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

}
