package org.vivavoce.question.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.ParseResult;
import org.vivavoce.question.document.source.DocumentLimits;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What nobody writes by hand must not keep a reader busy: each of these documents takes
 * well under a second, and took many minutes where a reader looked at all of it for each
 * of its lines or characters.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LongDocumentTests {

	private static final int CHARACTERS = 1_000_000;

	@ParameterizedTest
	@ValueSource(strings = { "Junior\n0-2 years\n", "Junior questions\nMid questions\n", "Why?\n", "Question: x\n",
			"1. x\n", "Why?\nA\nR\n", "Design x\nA\nR\n", "Strong answer: Twenty letters or more\n" })
	void plainTextOfVeryManyLines(String lines) {
		assertThat(refused(DocumentFormat.TEXT, "Junior Rust questions\n" + lines.repeat(DocumentLimits.LINES / 3 - 1)))
			.isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "\t", ".", ". ", "\\", "|", "a|", "a\\{# ", "{#a}", "İ", "\u0301", "( " })
	void cellsOfVeryManyCharacters(String characters) {
		String cell = "a" + characters.repeat(CHARACTERS / characters.length()) + "a";
		assertThat(refused(DocumentFormat.CSV,
				"level,question,answer,red flag,technology,topic,key points\njunior " + cell + ",\"" + cell + "\",\""
						+ cell + "\",\"" + cell + "\",\"" + cell + "\",\"" + cell + "\",\"" + cell + "\"\n"))
			.isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "`", "` ", "</", "<!-- >", "<? ", "<a b=\"", "[a]: ", "![", "**a", "\u0301", "{#" })
	void markdownOfVeryManyMarks(String marks) {
		String text = "a" + marks.repeat(CHARACTERS / marks.length()) + "a";
		assertThat(refused(DocumentFormat.MARKDOWN, "# Rust " + text + "\n\n## Junior " + text + "\n\n### " + text
				+ "?\n\n**Key points:** " + text + "\n\n**Strong answer:** " + text + "\n\n**Red flag:** " + text))
			.isNotEmpty();
	}

	@Test
	void marksThatNothingClosesAreRefusedWhereTheyBecomeTooMany() {
		assertThat(refused(DocumentFormat.MARKDOWN, "# Rust\n\n" + "a < b\n".repeat(40_000))).singleElement()
			.asString()
			.contains("there are too many '<' that no '>' closes here");
	}

	@Test
	void aTableMayCompareAsMuchAsItLikes() {
		assertThat(refused(DocumentFormat.MARKDOWN,
				"# Rust\n\n## Mid\n\n| Question | Strong answer | Red flag |\n" + "|---|---|---|\n"
						+ "| Is a < b? | a < b < c | a <- b |\n".repeat(FieldRules.QUESTIONS + 1)))
			.containsExactly("1: there are 1001 questions; up to 1000 are possible");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r", "\u0085", "\u2028" })
	void thereAreUpToFiftyThousandLines(String end) {
		for (DocumentFormat format : List.of(DocumentFormat.TEXT, DocumentFormat.MARKDOWN, DocumentFormat.CSV)) {
			assertThat(refused(format, end.repeat(50_000) + "x")).noneMatch((fault) -> fault.contains("has more than"));
			assertThat(refused(format, end.repeat(50_001) + "x"))
				.containsExactly("50000: the document has more than 50000 lines");
		}
	}

	private static List<String> refused(DocumentFormat format, String text) {
		ParseResult parseResult = format.read(text.getBytes(StandardCharsets.UTF_8), DocumentOverrides.NONE);
		assertThat(parseResult).isInstanceOf(ParseResult.Refused.class);
		return ((ParseResult.Refused) parseResult).faults()
			.stream()
			.map((fault) -> fault.line() + ": " + fault.message())
			.toList();
	}

}
