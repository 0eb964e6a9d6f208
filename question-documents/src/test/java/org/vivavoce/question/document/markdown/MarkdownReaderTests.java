package org.vivavoce.question.document.markdown;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.document.draft.LevelDraft;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.ParseResult;
import org.vivavoce.question.document.source.DocumentLimits;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownReaderTests {

	@ParameterizedTest
	@ValueSource(strings = { """
			### What is a queryset?

			**Strong answer:** It is lazy.

			**Red flag:** Reads it twice.

			### Why?

			**Strong answer:** So.

			**Red flag:** None.
			""", """
			**What is a queryset?**

			- Strong answer: It is lazy.
			- Red flag: Reads it twice.

			**Why?**

			- Strong answer: So.
			- Red flag: None.
			""", """
			1. What is a queryset?
			   - **Strong answer:** It is lazy.
			   - **Red flag:** Reads it twice.
			2. **Why?**
			   - **Strong answer:** So.
			   - **Red flag:** None.
			""", """
			| # | Question | Strong answer | Red flag |
			|---|---|---|---|
			| 1 | What is a queryset? | It is *lazy*. | Reads it twice. |
			| 2 | Why? | So. | None. |
			""", """
			### 1. What is a queryset?
			It is lazy.
			> **Red flag:** Reads it twice.

			### 2. Why?
			So.
			> **Red flag:** None.
			""", """
			### What is a queryset?

			#### Strong answer
			It is lazy.

			#### Red flag
			Reads it twice.

			### Why?

			#### Strong answer
			So.

			#### Red flag
			None.
			""", """
			**Question:** What is a queryset?
			**Answer**: It is lazy.
			**Red flag**: Reads it twice.

			**Question:** Why?
			**Answer**: So.
			**Red flag**: None.
			""", """
			### What is a queryset?

			- It is lazy.
			- Reads it twice.

			### Why?

			- So.
			- None.
			""", """
			### Question 1

			What is a queryset?

			✅ **Strong answer:** It is lazy.

			🚩 **Red flag:** Reads it twice.

			### Question 2

			Why?

			✅ **Strong answer:** So.

			🚩 **Red flag:** None.
			""", """
			<details><summary>What is a queryset?</summary>

			✅ Strong answer: It is lazy.

			🚩 Red flag: Reads it twice.
			</details>

			<details>
			<summary>Why?</summary>

			Strong answer: So.

			Red flag: None.

			</details>
			""" })
	void readsTheCommonForms(String questions) {
		QuestionSetDraft set = accepted("# Django interview questions\n\nHello.\n\n## Junior (0–2 years)\n\n"
				+ "Focus: the ORM\n\n" + questions + "\n---\n\nGood luck!\n");
		assertThat(set.technology()).isEqualTo("django");
		assertThat(set.title()).isEqualTo("Django interview questions");
		assertThat(set.levels()).singleElement()
			.extracting(LevelDraft::level, LevelDraft::experience, LevelDraft::focus)
			.containsExactly(Level.JUNIOR, "0–2 years", "the ORM");
		assertThat(set.questions()
			.map((question) -> question.prompt() + "/" + question.strongAnswer() + "/" + question.redFlag()))
			.containsExactly("What is a queryset?/It is lazy./Reads it twice.", "Why?/So./None.");
	}

	@Test
	void whatStandsBetweenDashesAboveThePageNamesTheSet() {
		String questions = "## Mid\n### Why?\n\n- So.\n- None.\n";
		QuestionSetDraft set = accepted(
				"---\ntitle: \"Rust: the basics\"\ntechnology: rust\ntags:\n  - hiring\nset: rust-2\n---\n"
						+ questions);
		assertThat(set.technology()).isEqualTo("rust");
		assertThat(set.title()).isEqualTo("Rust: the basics");
		assertThat(set.id()).isEqualTo("rust-2");
		assertThat(set.questions()).singleElement().extracting(QuestionDraft::line).isEqualTo(9);
		assertThat(accepted("---\n\n# Rust\n\n---\n\n" + questions).technology()).isEqualTo("rust");
	}

	@Test
	void signsThatTellAnswersFromRedFlagsAreNoPartOfThem() {
		QuestionSetDraft set = accepted(
				"# Django\n\n## Mid\n\n### Why?\n\n✅ It says so.\n\n\uD83D\uDEA9 It guesses.\n\n### How?\n\n❗ So.\n\nNot so.\n");
		assertThat(set.questions()).extracting(QuestionDraft::strongAnswer).containsExactly("It says so.", "❗ So.");
		assertThat(set.questions()).extracting(QuestionDraft::redFlag).containsExactly("It guesses.", "Not so.");
	}

	@Test
	void faultsHaveTheirLines() {
		assertThat(refused("# Django\n"))
			.containsExactly("1: no level was found; a heading such as \"## Junior\" begins each level");
		assertThat(refused("# Django\n\n## Mid\n\n### Why?\n\n**Strong answer:** So.\n"))
			.containsExactly("5: 'red flag' is missing");
		assertThat(refused("# Django\n\n## Mid\n\n**Red flag:** x\n"))
			.contains("5: a question was expected before its red flag");
		assertThat(refused("# Django\n\n## Mid\n\n### Why?\n**Answer:** a\n\n**Answer:** b\n\n**Red flag:** c\n"))
			.containsExactly("8: 'strong answer' of the question in line 5 is given twice, first in line 6");
		assertThat(refused("# Django\n\n## Mid\n### Why?\n**Answer:** a\n\n**Red flag:** c\n\nMore.\n\n### How?\n"
				+ "**Answer:** a\n\n**Red flag:** c\n"))
			.containsExactly("9: this belongs to no part of the question in line 4; a label such as "
					+ "'**Strong answer:**' or the next question was expected");
	}

	@Test
	void deepNestingIsText() {
		String deep = "# Django\n\n## Mid\n\n### Why?\n\n**Strong answer:** " + "*_".repeat(20_000) + "a"
				+ "_*".repeat(20_000) + "\n\n" + ">".repeat(100_000) + " x\n";
		assertThat(refused(deep)).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<!-- ", "<div><summary>", "# Mid -", "- ", "** " })
	void whatIsNeverClosedIsLookedForOnce(String opening) {
		assertThat(refused("# Django\n\n" + opening.repeat(DocumentLimits.LARGEST / opening.length() / 2) + "x\n"))
			.isNotEmpty();
	}

	private static QuestionSetDraft accepted(String text) {
		ParseResult parseResult = MarkdownReader.read(text.getBytes(StandardCharsets.UTF_8), DocumentOverrides.NONE);
		assertThat(parseResult).isInstanceOf(ParseResult.Accepted.class);
		return ((ParseResult.Accepted) parseResult).draft();
	}

	private static List<String> refused(String text) {
		ParseResult parseResult = MarkdownReader.read(text.getBytes(StandardCharsets.UTF_8), DocumentOverrides.NONE);
		assertThat(parseResult).isInstanceOf(ParseResult.Refused.class);
		return ((ParseResult.Refused) parseResult).faults()
			.stream()
			.map((fault) -> fault.line() + ": " + fault.message())
			.toList();
	}

}
