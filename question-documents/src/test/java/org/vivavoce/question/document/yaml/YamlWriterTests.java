package org.vivavoce.question.document.yaml;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

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

class YamlWriterTests {

	private static final List<String> PIECES = List.of("a", "Word", " ", "  ", "\n", "\n\n", "\t", ": ", "#", " # ",
			"'", "\"", "- ", "? ", "{", "}", "[", "]", ",", "&a", "*a", "!t", "|", ">", "%", "@", "`", "~", "null",
			"no", "0x1F", "1e3", "2026-01-01", "é", "日本語", "😀", "\u2028", "\u0085", "\\", "---", "...", "<<");

	@Test
	void writesWhatPeopleLikeToEdit() {
		QuestionDraft question = new QuestionDraft(1, "q-1", "orm", 4, "What is lazy?", "The query runs late.",
				"Evaluates twice.", List.of(new KeyPoint("late", "runs when read")),
				List.of(new RatingAnchor(1, "No idea"), new RatingAnchor(4, "Knows the cache")));
		QuestionSetDraft set = new QuestionSetDraft("django", "django", "Django",
				List.of(new LevelDraft(Level.JUNIOR, "0–2 years", "the ORM", List.of(question))));
		assertThat(YamlWriter.write(set)).isEqualTo("""
				id: django
				technology: django
				title: Django
				levels:
				  - level: junior
				    experience: 0–2 years
				    focus: the ORM
				    questions:
				      - id: q-1
				        topic: orm
				        minutes: 4
				        prompt: What is lazy?
				        strongAnswer: The query runs late.
				        redFlag: Evaluates twice.
				        keyPoints:
				          - id: late
				            text: runs when read
				        ratings:
				          1: No idea
				          4: Knows the cache
				""");
	}

	@RepeatedTest(300)
	void whatIsWrittenReadsAsTheSame(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		List<QuestionDraft> questions = IntStream.range(0, 1 + random.nextInt(4))
			.mapToObj((number) -> new QuestionDraft(1, "q" + number, text(random), 1 + random.nextInt(120),
					text(random), text(random), text(random), List.of(new KeyPoint("1", text(random))),
					List.of(new RatingAnchor(2, text(random)))))
			.toList();
		String technology = FieldRules.technology(text(random));
		QuestionSetDraft set = new QuestionSetDraft("1.0", technology, text(random),
				List.of(new LevelDraft(Level.SENIOR, text(random), "", questions)));
		String yaml = YamlWriter.write(set);
		ParseResult parseResult = YamlReader.read(yaml.getBytes(StandardCharsets.UTF_8), DocumentOverrides.NONE);
		assertThat(parseResult).as(yaml).isInstanceOf(ParseResult.Accepted.class);
		QuestionSetDraft read = ((ParseResult.Accepted) parseResult).draft();
		assertThat(read).usingRecursiveComparison().ignoringFieldsMatchingRegexes(".*\\.line").isEqualTo(set);
	}

	private static String text(Random random) {
		String text = IntStream.range(0, 1 + random.nextInt(40))
			.mapToObj((piece) -> PIECES.get(random.nextInt(PIECES.size())))
			.collect(Collectors.joining())
			.replace("\u0085", "");
		String within = text.codePoints()
			.limit(100)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString()
			.strip();
		return within.isEmpty() ? "x" : within;
	}

}
