package org.vivavoce.question.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.RatingAnchor;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.draft.LevelDraft;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.ParseResult;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentRoundTripTests {

	private static final int SETS = 150;

	private static final List<String> PIECES = List.of("a", "Word", " ", "  ", "\n", "\n\n", "\n\n\n", "\t", ": ", "#",
			"\n# ", "'", "\"", "\"\"", "- ", "\n- ", "* ", "1. ", "12) ", "? ", "{", "}", "{#x}", " {#id}\n", "\\{#x}",
			"[", "](y)", "![", ",", ";", "|", "| --- |", "\n---\n", "\n===\n", ">", "\n> ", "<b>", "<!--", "&amp;",
			"&#10;", "=1+1", "=cmd|' /C calc'!A0", "'=", "+1", "-", "@", "`", "```", "~~~", "*", "**", "_", "__init__",
			"select_related", "~", "Strong answer: ", "**Red flag:** ", "Level", "junior ", "Question: ",
			"\n\nRed flag:", "    code", "é", "日本語", "😀", "\u2028", "\u00A0", "\\", "\\\n", "...", "http://a.b/c_d",
			"sep=;");

	@ParameterizedTest
	@EnumSource(names = "TEXT", mode = EnumSource.Mode.EXCLUDE)
	void whatIsWrittenReadsAsTheSame(DocumentFormat format) {
		for (int seed = 0; seed < SETS; seed++) {
			QuestionSetDraft set = set(new Random(seed));
			String written = format.write(set);
			assertUnchanged(set, format, written, "seed " + seed);
			assertUnchanged(set, format, "\uFEFF" + written, "seed " + seed + " with a byte order mark");
		}
	}

	private static void assertUnchanged(QuestionSetDraft set, DocumentFormat format, String written, String about) {
		ParseResult parseResult = format.read(written.getBytes(StandardCharsets.UTF_8), DocumentOverrides.NONE);
		assertThat(parseResult).as("%s: %s", about, written).isInstanceOf(ParseResult.Accepted.class);
		assertThat(((ParseResult.Accepted) parseResult).draft()).as("%s: %s", about, written)
			.usingRecursiveComparison()
			.ignoringFieldsMatchingRegexes(".*\\.line")
			.isEqualTo(set);
	}

	private static QuestionSetDraft set(Random random) {
		List<Level> levels = new ArrayList<>(List.of(Level.values()));
		Collections.shuffle(levels, random);
		List<LevelDraft> drafts = levels.subList(0, 1 + random.nextInt(3))
			.stream()
			.map((level) -> new LevelDraft(level, text(random), random.nextBoolean() ? text(random) : "",
					IntStream.range(0, 1 + random.nextInt(3))
						.mapToObj((number) -> question(level.name() + "." + number, random))
						.toList()))
			.toList();
		return new QuestionSetDraft("1.0~" + random.nextInt(9), FieldRules.technology(text(random)), text(random),
				drafts);
	}

	private static QuestionDraft question(String id, Random random) {
		List<KeyPoint> points = IntStream.range(0, 1 + random.nextInt(3))
			.mapToObj((number) -> new KeyPoint("p:" + number, text(random)))
			.toList();
		List<RatingAnchor> anchors = IntStream.rangeClosed(1, 4)
			.filter((rating) -> random.nextBoolean())
			.mapToObj((rating) -> new RatingAnchor(rating, text(random)))
			.toList();
		return new QuestionDraft(1, id, text(random), 1 + random.nextInt(120), text(random), text(random), text(random),
				points, anchors);
	}

	private static String text(Random random) {
		String text = IntStream.range(0, 1 + random.nextInt(14))
			.mapToObj((piece) -> PIECES.get(random.nextInt(PIECES.size())))
			.collect(Collectors.joining());
		String within = text.codePoints()
			.limit(100)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString()
			.strip();
		return within.isBlank() ? "x" : within;
	}

}
