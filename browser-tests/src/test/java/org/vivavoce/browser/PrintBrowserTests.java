package org.vivavoce.browser;

import java.io.IOException;

import com.microsoft.playwright.Page;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A scorecard on paper.
 */
@InBrowser
class PrintBrowserTests {

	@Test
	void theFirstPageOfAPrintedScorecardHoldsTheSummary(People people) throws IOException {
		assertThat(printed(people, 1)).contains("Ada Example", String.valueOf(Exhibits.shared().closed().score()));
	}

	@Test
	void noNavigationIsPrinted(People people) throws IOException {
		assertThat(printed(people, Integer.MAX_VALUE)).contains("Ada Example")
			.doesNotContain("Question hub", "Skip to content", "Sign out");
	}

	private static String printed(People people, int pages) throws IOException {
		Page page = people.as("recruiter").open("/scorecards/" + Exhibits.shared().closed().candidate());
		byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4"));
		try (PDDocument document = Loader.loadPDF(pdf)) {
			PDFTextStripper text = new PDFTextStripper();
			text.setEndPage(pages);
			return text.getText(document);
		}
	}

}
