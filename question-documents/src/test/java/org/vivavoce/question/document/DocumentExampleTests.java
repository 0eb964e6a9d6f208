package org.vivavoce.question.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.question.document.draft.LevelDraft;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.ParseResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of {@code docs/question-sets.md} are what the page says of them.
 */
class DocumentExampleTests {

	private static final Path PAGE = Path.of("../docs/question-sets.md");

	private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```(yaml|csv|markdown|text)\\n(.*?)^```$");

	private static final String ANSWER = "Follows foreign keys with select_related and collections with prefetch_related.";

	@ParameterizedTest
	@EnumSource
	void eachFormatHasAnExampleThatIsRead(DocumentFormat format) {
		QuestionSetDraft set = read(format);
		assertThat(set.id()).isEqualTo("django");
		assertThat(set.technology()).isEqualTo("django");
		LevelDraft level = set.levels().getFirst();
		assertThat(set.levels()).hasSize(1);
		assertThat(level.level()).isEqualTo(Level.MID);
		assertThat(level.experience()).isEqualTo("2–5 years");
		assertThat(level.focus()).isEqualTo("queries");
		assertThat(level.questions()).singleElement().satisfies((question) -> {
			assertThat(question.prompt()).isEqualTo("A list page issues one query per row. What do you do?");
			assertThat(question.strongAnswer()).isEqualTo(ANSWER);
			assertThat(question.redFlag()).isEqualTo("Touches relations lazily inside a loop.");
			assertThat(question.minutes()).isEqualTo(5);
		});
		assertThat(DocumentFormat.detect("", example(format))).isEqualTo(format);
	}

	@ParameterizedTest
	@EnumSource(names = { "MARKDOWN", "TEXT" })
	void whatIsNotSaidIsAsTheTableHasIt(DocumentFormat format) {
		QuestionSetDraft set = read(format);
		QuestionDraft question = set.levels().getFirst().questions().getFirst();
		assertThat(set.title()).isEqualTo("Django interview questions");
		assertThat(question.id()).startsWith("django-a-list-page-issues-one-query-per-row")
			.hasSizeLessThanOrEqualTo(67);
		assertThat(question.topic()).isEqualTo("general");
		assertThat(question.keyPoints()).extracting(KeyPoint::text).containsExactly(ANSWER);
	}

	@Test
	void keyPointsOfATableStandInOneCell() {
		QuestionDraft question = read(DocumentFormat.CSV).levels().getFirst().questions().getFirst();
		assertThat(question.keyPoints()).extracting(KeyPoint::text)
			.containsExactly("select_related for foreign keys", "prefetch_related for collections");
	}

	@Test
	void idsOfYamlAreThoseThatAreGiven() {
		QuestionDraft question = read(DocumentFormat.YAML).levels().getFirst().questions().getFirst();
		assertThat(question.id()).isEqualTo("django-n-plus-one");
		assertThat(question.topic()).isEqualTo("orm");
		assertThat(question.keyPoints())
			.containsExactly(new KeyPoint("select-related", "select_related for foreign keys"));
	}

	private static QuestionSetDraft read(DocumentFormat format) {
		String example = example(format);
		ParseResult parseResult = format.read(example.getBytes(StandardCharsets.UTF_8), DocumentOverrides.NONE);
		assertThat(parseResult).as(example).isInstanceOf(ParseResult.Accepted.class);
		return ((ParseResult.Accepted) parseResult).draft();
	}

	private static String example(DocumentFormat format) {
		String example = examples().get(format);
		return Objects.requireNonNull(example, () -> PAGE + " has no example of " + format);
	}

	private static Map<DocumentFormat, String> examples() {
		try {
			return EXAMPLE.matcher(Files.readString(PAGE))
				.results()
				.collect(Collectors.toMap((block) -> DocumentFormat.ofType(type(block.group(1))),
						(block) -> block.group(2)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String type(String language) {
		return language.equals("yaml") ? "application/yaml" : "text/" + (language.equals("text") ? "plain" : language);
	}

}
