package org.vivavoce.question.importing;

import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.question.document.DocumentFormat;
import org.vivavoce.question.document.draft.LevelDraft;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionSetDraft;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every set that ships holds to; the documents themselves say the same at their
 * heads.
 */
@ParameterizedClass(name = "{0}")
@FieldSource("IDS")
class ShippedSetTests {

	static final List<String> IDS = List.of("django", "java-spring", "javascript-react", "kafka", "python",
			"sql-postgresql");

	private static final List<QuestionSetDraft> ALL = ShippedSetRepository.all();

	private final QuestionSetDraft set;

	ShippedSetTests(String id) {
		this.set = ALL.stream().filter((each) -> each.id().equals(id)).findFirst().orElseThrow();
	}

	@Test
	void itIsOneOfTheSetsThatShip() {
		assertThat(ALL).extracting(QuestionSetDraft::id).containsExactlyInAnyOrderElementsOf(IDS);
		assertThat(this.set.technology()).isEqualTo(this.set.id());
		assertThat(this.set.title()).isNotBlank().isNotEqualTo(this.set.id());
	}

	@ParameterizedTest
	@EnumSource(names = "TEXT", mode = EnumSource.Mode.EXCLUDE)
	void itTellsItsFormatWhenItIsExported(DocumentFormat format) {
		assertThat(DocumentFormat.detect("", format.write(this.set))).isEqualTo(format);
	}

	@Test
	void itHasEightQuestionsForEachLevel() {
		assertThat(this.set.levels()).extracting(LevelDraft::level)
			.containsExactly(Level.JUNIOR, Level.MID, Level.SENIOR);
		assertThat(this.set.levels()).allSatisfy((level) -> {
			assertThat(level.questions()).hasSize(8);
			assertThat(level.experience()).isNotBlank();
			assertThat(level.focus()).isNotBlank();
		});
	}

	@Test
	void everyPromptIsOneQuestionThatCanBeSaidAloud() {
		assertThat(this.set.questions()).extracting(QuestionDraft::prompt)
			.allSatisfy((prompt) -> assertThat(prompt).hasSizeBetween(20, 400).containsOnlyOnce("?"));
	}

	@Test
	void everyQuestionSaysWhatIsStrongAndWhatIsARedFlag() {
		assertThat(this.set.questions()).allSatisfy((question) -> {
			assertThat(question.strongAnswer()).hasSizeBetween(150, 900);
			assertThat(question.redFlag()).hasSizeBetween(20, 250).endsWith(".");
		});
	}

	@Test
	void everyQuestionHasAFewKeyPointsToTickWhileListening() {
		assertThat(this.set.questions()).allSatisfy((question) -> {
			assertThat(question.keyPoints()).hasSizeBetween(3, 5);
			assertThat(question.keyPoints()).extracting(KeyPoint::text)
				.doesNotHaveDuplicates()
				.allSatisfy((text) -> assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(90));
		});
	}

	@Test
	void everyQuestionIsAnchoredForAllRatingsOrNone() {
		assertThat(this.set.questions())
			.allSatisfy((question) -> assertThat(question.ratingAnchors().size()).isIn(0, 4));
	}

	@Test
	void everyQuestionHasItsTimeAndALevelFitsIntoAnHour() {
		assertThat(this.set.questions()).extracting(QuestionDraft::minutes)
			.allSatisfy((minutes) -> assertThat(minutes).isBetween(3, 8));
		assertThat(this.set.levels())
			.allSatisfy((level) -> assertThat(level.questions().stream().mapToInt(QuestionDraft::minutes).sum())
				.isBetween(25, 60));
	}

	@Test
	void everyTopicIsInKebabCaseAndHasMoreThanOneQuestion() {
		List<String> topics = this.set.questions().map(QuestionDraft::topic).toList();
		assertThat(topics).allSatisfy((topic) -> {
			assertThat(topic).matches("[a-z0-9-]+");
			assertThat(topics).filteredOn(topic::equals).hasSizeGreaterThan(1);
		});
	}

	@Test
	void everyQuestionIdBeginsWithTheIdOfItsSet() {
		assertThat(this.set.questions()).extracting(QuestionDraft::id)
			.allSatisfy((id) -> assertThat(id).startsWith(this.set.id() + "-"));
	}

	@Test
	void noQuestionIsInAnotherSetToo() {
		assertThat(others(QuestionDraft::id)).doesNotContainAnyElementsOf(own(QuestionDraft::id));
		assertThat(others(QuestionDraft::prompt)).doesNotContainAnyElementsOf(own(QuestionDraft::prompt));
		assertThat(own(QuestionDraft::prompt)).doesNotHaveDuplicates();
	}

	private List<String> own(Function<QuestionDraft, String> field) {
		return this.set.questions().map(field).toList();
	}

	private List<String> others(Function<QuestionDraft, String> field) {
		return ALL.stream().filter((each) -> each != this.set).flatMap(QuestionSetDraft::questions).map(field).toList();
	}

}
