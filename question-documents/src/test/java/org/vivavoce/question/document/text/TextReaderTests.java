package org.vivavoce.question.document.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.document.DocumentFormat;
import org.vivavoce.question.document.draft.LevelDraft;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.ParseResult;

import static org.assertj.core.api.Assertions.assertThat;

class TextReaderTests {

	private static final String PAGE = """
			Django interview questions

			Ask a few of each level, and listen for reasons rather than names.

			Junior Django interview questions
			0–2 years of experience
			Focus: model–template–view and the ORM
			What are the three parts of Django’s architecture?
			Model, template and view; the view plays the controller.
			Takes the view for the view of classic MVC
			What is a queryset?
			A lazy, chainable query.
			Evaluates the same one again and again.

			Senior Django interview questions
			5+ years
			performance, scaling and design
			How do you find out why a page is slow?
			Count and time the queries first.
			Optimises without looking
			How do you scale?
			More servers, no state in them.
			Buys a larger one

			Good questions start a conversation. Have a good one.
			""";

	@Test
	void readsAPage() {
		QuestionSetDraft set = accepted(PAGE, DocumentOverrides.NONE);
		assertThat(set.id()).isEqualTo("django");
		assertThat(set.technology()).isEqualTo("django");
		assertThat(set.title()).isEqualTo("Django interview questions");
		assertThat(set.levels()).extracting(LevelDraft::level).containsExactly(Level.JUNIOR, Level.SENIOR);
		assertThat(set.levels()).extracting(LevelDraft::experience).containsExactly("0–2 years", "5+ years");
		assertThat(set.levels()).extracting(LevelDraft::focus)
			.containsExactly("model–template–view and the ORM", "performance, scaling and design");
		QuestionDraft first = set.levels().getFirst().questions().getFirst();
		assertThat(first.prompt()).isEqualTo("What are the three parts of Django’s architecture?");
		assertThat(first.strongAnswer()).startsWith("Model, template and view;");
		assertThat(first.redFlag()).isEqualTo("Takes the view for the view of classic MVC");
		assertThat(first.id()).isEqualTo("django-what-are-the-three-parts-of-django-s-architecture");
		assertThat(first.topic()).isEqualTo("general");
		assertThat(first.minutes()).isEqualTo(5);
		assertThat(first.line()).isEqualTo(8);
		assertThat(set.questions()).hasSize(4);
	}

	@Test
	void lineEndsBlankLinesAndMissingPartsAroundTheLevelsDoNotMatter() {
		List<QuestionDraft> expected = questions(PAGE);
		assertThat(accepted(PAGE.replace("\n", "\r\n"), DocumentOverrides.NONE))
			.isEqualTo(accepted(PAGE, DocumentOverrides.NONE));
		assertThat(texts(questions(PAGE.replace("\n", "\n\n\n")))).isEqualTo(texts(expected));
		assertThat(texts(questions(PAGE.replaceAll("\n\n+", "\n")))).isEqualTo(texts(expected));
		assertThat(texts(questions(PAGE.substring(0, PAGE.indexOf("Good questions"))))).isEqualTo(texts(expected));
		assertThat(texts(questions(PAGE.substring(PAGE.indexOf("Junior"))))).isEqualTo(texts(expected));
		assertThat(texts(
				questions(PAGE.replace("Focus: model–template–view and the ORM\n", "").replace("5+ years\n", ""))))
			.isEqualTo(texts(expected));
	}

	@ParameterizedTest
	@ValueSource(strings = { "%d", "%d.", "%d)", "#%d", "Q%d", "Question %d", "Question %d:" })
	void aNumberMayStandAboveItsQuestion(String number) {
		String page = PAGE;
		int count = 0;
		for (QuestionDraft question : questions(PAGE)) {
			page = page.replace(question.prompt(), number.formatted(++count) + "\n" + question.prompt());
		}
		assertThat(texts(questions(page))).isEqualTo(texts(questions(PAGE)));
	}

	@Test
	void aLoneNumberIsAnAnswer() {
		String page = PAGE.replace("A lazy, chainable query.", "1");
		assertThat(questions(page).get(1).strongAnswer()).isEqualTo("1");
	}

	@Test
	void aSignIsALabel() {
		String page = PAGE;
		for (QuestionDraft question : questions(PAGE)) {
			page = page.replace(question.prompt(), "❓ " + question.prompt())
				.replace(question.strongAnswer(), "✅ " + question.strongAnswer())
				.replace(question.redFlag(), "\uD83D\uDEA9 " + question.redFlag());
		}
		assertThat(texts(questions(page))).isEqualTo(texts(questions(PAGE)));
		String swapped = "Junior Rust questions\nWhy?\n❌ It guesses.\n✔\uFE0F It says so.\n";
		assertThat(refused(swapped)).first().asString().startsWith("3: the strong answer of the question in line 2");
	}

	@Test
	void aFocusMayEndWithAQuestionMark() {
		String asked = PAGE
			.replace("Focus: model–template–view and the ORM", "Focus on the basics: can they build a page?")
			.replace("performance, scaling and design", "Have they seen it fail?");
		assertThat(accepted(asked, DocumentOverrides.NONE).levels()).extracting(LevelDraft::focus)
			.containsExactly("the basics: can they build a page?", "Have they seen it fail?");
		assertThat(texts(questions(asked))).isEqualTo(texts(questions(PAGE)));
		assertThat(texts(questions(asked.replace("5+ years\nHave they seen it fail?\n", ""))))
			.isEqualTo(texts(questions(PAGE)));
		assertThat(refused(
				asked.replace("Count and time the queries first.\n", "").replace("Optimises without looking\n", "")))
			.containsExactly(
					"19: the strong answer of the question in line 18 was expected; found the question in line 19");
	}

	@Test
	void labelsAndNumbersAreUnderstood() {
		String labelled = PAGE.replace("What ", "1. What ")
			.replace("How ", "2) How ")
			.replace("Model, t", "Strong answer: Model, t")
			.replace("A lazy", "– Strong answer: A lazy")
			.replace("Count", "Strong answer – Count")
			.replace("Takes", "Red flag: Takes")
			.replace("Evaluates", "• Red Flag: Evaluates")
			.replace("Optimises", "Red flag:\nOptimises")
			.replace("More", "Answer: More")
			.replace("Buys", "Red flags: Buys");
		assertThat(texts(questions(labelled))).isEqualTo(texts(questions(PAGE)));
	}

	@Test
	void aQuestionThatAsksNothingIsOneWhereWholeTriplesFollow() {
		String design = PAGE.replace("What is a queryset?", "Design a query that asks once.")
			.replace("How do you find out why a page is slow?", "Your page is slow.");
		assertThat(questions(design)).extracting(QuestionDraft::prompt)
			.containsExactly("What are the three parts of Django’s architecture?", "Design a query that asks once.",
					"Your page is slow.", "How do you scale?");
		assertThat(refused(design.replace("Count and time the queries first.\n", ""))).isNotEmpty();
		assertThat(refused(design.replace("Design a query that asks once.\n", ""))).isNotEmpty();
	}

	@Test
	void aClosingRemarkOfSeveralLinesIsToldFromAnAnswerWithoutItsQuestion() {
		String closing = "Good questions start a conversation. Have a good one.\n";
		assertThat(texts(questions(PAGE + "\nThe team of example.org\n"))).isEqualTo(texts(questions(PAGE)));
		assertThat(texts(questions(PAGE.replace(closing, "Conclusion\nPeople matter.\nSo do questions.\n"))))
			.isEqualTo(texts(questions(PAGE)));
		assertThat(refused(PAGE.replace("How do you scale?\n", "")))
			.contains("21: a question was expected, which ends with a question mark or has the label 'Question:'; "
					+ "found 'More servers, no state in them.' (if it is a closing remark, remove it)");
	}

	@Test
	void wrappedParagraphsAreJoined() {
		String wrapped = """
				Junior Django interview questions

				What is a queryset, and when does
				it ask the database?

				It is lazy: only when it is to be
				read.

				Reads it again and again.
				""";
		assertThat(texts(questions(wrapped))).isEqualTo("What is a queryset, and when does it ask the database?"
				+ "/It is lazy: only when it is to be read./Reads it again and again.");
	}

	@Test
	void signsBeforeLabelsAndDividersAreDropped() {
		String decorated = PAGE.replace("What ", "---\nWhat ")
			.replace("Model, t", "✅ Strong answer: Model, t")
			.replace("A lazy", "What to listen for\nA lazy")
			.replace("Takes", "🚩 Red flag: Takes")
			.replace("Evaluates", "Red flag: Evaluates")
			.replace("How ", "***\u2028How ");
		assertThat(texts(questions(decorated))).isEqualTo(texts(questions(PAGE)));
	}

	@Test
	void yearsWithoutTheHeadingOfTheirLevelAreRefused() {
		String expected = ": a heading that names the level, such as \"Junior Django interview questions\", was expected above the years of experience";
		assertThat(refused(PAGE.replace("Junior Django interview questions\n", ""))).containsExactly("5" + expected);
		assertThat(refused(
				PAGE.replace("Senior Django interview questions\n", "").replace("5+ years", "5+ years of experience")))
			.contains("15" + expected);
	}

	@Test
	void aMissingPartIsRefusedWithItsLine() {
		assertThat(refused(PAGE.replace("A lazy, chainable query.\n", "")))
			.containsExactly("11: the red flag of the question in line 11 was expected; found the end of the level");
		assertThat(refused(PAGE.replace("Takes the view for the view of classic MVC\n", "")))
			.containsExactly("10: the red flag of the question in line 8 was expected; found the question in line 10");
		assertThat(refused(PAGE.replace("What is a queryset?\n", ""))).isNotEmpty();
		assertThat(refused(PAGE.replace("Buys a larger one\n", ""))).containsExactly(
				"24: the red flag of the question in line 21 was expected; found what reads as a closing remark (give it the label 'Red flag:' if it is none)");
	}

	@Test
	void aPageWithoutLevelsOrTechnologyIsRefused() {
		assertThat(refused("What is Django?\nA framework\nNo idea\n")).containsExactly(
				"1: no level was found; a line such as \"Junior Django interview questions\" begins each level");
		String nameless = PAGE.replace("Django interview", "interview");
		assertThat(refused(nameless))
			.containsExactly("1: the document does not name its technology; give the parameter 'technology'");
		assertThat(accepted(nameless, new DocumentOverrides("Django", null)).id()).isEqualTo("django");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n\n", "\u0000", "junior", "Junior\nSenior\nMid", "Question:", "Red flag: x",
			"Junior questions\nRed flag: x\nStrong answer: y", "Junior questions\nStrong answer:\nRed flag:",
			"Junior questions\nWhat?" })
	void whateverIsWrittenIsAnswered(String text) {
		for (DocumentFormat format : DocumentFormat.values()) {
			assertThat(format.read(text.getBytes(StandardCharsets.UTF_8), DocumentOverrides.NONE))
				.isInstanceOf(ParseResult.Refused.class);
		}
	}

	private static List<QuestionDraft> questions(String text) {
		return accepted(text, DocumentOverrides.NONE).questions().toList();
	}

	private static String texts(List<QuestionDraft> questions) {
		return questions.stream()
			.map((question) -> question.prompt() + "/" + question.strongAnswer() + "/" + question.redFlag())
			.collect(Collectors.joining("\n"));
	}

	private static QuestionSetDraft accepted(String text, DocumentOverrides documentOverrides) {
		ParseResult parseResult = TextReader.read(text.getBytes(StandardCharsets.UTF_8), documentOverrides);
		assertThat(parseResult).isInstanceOf(ParseResult.Accepted.class);
		return ((ParseResult.Accepted) parseResult).draft();
	}

	private static List<String> refused(String text) {
		ParseResult parseResult = TextReader.read(text.getBytes(StandardCharsets.UTF_8), DocumentOverrides.NONE);
		assertThat(parseResult).isInstanceOf(ParseResult.Refused.class);
		return ((ParseResult.Refused) parseResult).faults()
			.stream()
			.map((fault) -> fault.line() + ": " + fault.message())
			.toList();
	}

}
