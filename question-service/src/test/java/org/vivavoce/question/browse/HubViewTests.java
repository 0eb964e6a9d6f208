package org.vivavoce.question.browse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.vivavoce.question.browse.HubPage.Row;
import org.vivavoce.question.document.source.SetFault;
import org.vivavoce.question.importing.ImportForm;
import org.vivavoce.question.importing.ImportPage;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.SampleQuestions;

import static org.assertj.core.api.Assertions.assertThat;

class HubViewTests {

	@Test
	void whatWasSearchedForIsMarkedInAnyCase() {
		assertThat(Highlight.of("The ORM and the orm", "Orm")).containsExactly(new Highlight("The ", false),
				new Highlight("ORM", true), new Highlight(" and the ", false), new Highlight("orm", true));
		assertThat(Highlight.of("(a+b)*", "(A+B)")).containsExactly(new Highlight("(a+b)", true),
				new Highlight("*", false));
		assertThat(Highlight.of("Anything", null)).containsExactly(new Highlight("Anything", false));
	}

	@Test
	void whatIsOnlyInTheAnswerIsQuotedFromThere() {
		HubFilter filter = HubFilter.of(Map.of("q", List.of("queries")));
		Row row = Row.of(SampleQuestions.withPrompt(1, "Why so slow?", "Guesses"), filter);
		assertThat(row.excerpt()).containsExactly(new Highlight("Looks at the ", false),
				new Highlight("queries", true));
		assertThat(Row.of(SampleQuestions.withPrompt(1, "Which queries?", "Guesses"), filter).excerpt()).isEmpty();
	}

	@Test
	void anExcerptIsCutAtWords() {
		String text = "begin " + "word ".repeat(40) + "found " + "word ".repeat(40) + "end";
		String excerpt = String.join("", Highlight.excerpt(text, "found").stream().map(Highlight::text).toList());
		assertThat(excerpt).startsWith("…word").endsWith("word…").contains("word found word").hasSizeLessThan(170);
	}

	@Test
	void anAddressSaysTheFiltersAndWhatIsChosen() {
		HubFilter filter = HubFilter.of(Map.of("q", List.of(" a & b "), "technology", List.of("C++"), "level",
				List.of(""), "question", List.of("one", "two", "one", "not an id")));
		assertThat(filter.url()).isEqualTo("/hub?q=a+%26+b&technology=c%2B%2B&question=one&question=two");
		assertThat(filter.cleared()).isEqualTo("/hub?question=one&question=two");
		assertThat(filter.unchosen()).isEqualTo("/hub?q=a+%26+b&technology=c%2B%2B");
		assertThat(HubFilter.of(Map.of()).url()).isEqualTo("/hub");
	}

	@Test
	void theHistorySaysWhatEachRevisionChanged() {
		Question one = SampleQuestions.withPrompt(1, "Old?", "Flag");
		Question two = SampleQuestions.withPrompt(2, "New?", "Other flag");
		QuestionPage page = QuestionPage.of(one, List.of(two, one), Optional.empty());
		assertThat(page.history()).extracting(QuestionPage.Entry::changes)
			.containsExactly("changed question, red flag", "");
		assertThat(page.current()).isFalse();
		assertThat(page.listed()).isFalse();
		assertThat(page.differs("prompt")).isTrue();
		assertThat(page.differs("strongAnswer", "keyPoints")).isFalse();
	}

	@Test
	void aFaultIsShownWithTheLinesAroundIt() {
		ImportPage page = ImportPage.faulty(
				ImportForm.of("", "one\r\ntwo\nthree".getBytes(StandardCharsets.UTF_8), "", "", "", ""),
				List.of(new SetFault(1, "a"), new SetFault(9, "b")));
		assertThat(page.faults().getFirst().source()).containsExactly(new ImportPage.Source(1, "one", true),
				new ImportPage.Source(2, "two", false));
		assertThat(page.faults().getLast().source()).isEmpty();
	}

}
