package org.vivavoce.question.hub;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Level;

import static org.assertj.core.api.Assertions.assertThat;

class ShippedSetTests {

	private final QuestionSetDraft django = ShippedSetRepository.all()
		.stream()
		.filter((set) -> set.id().equals("django"))
		.findFirst()
		.orElseThrow();

	@Test
	void djangoHasEightQuestionsForEachLevel() {
		assertThat(this.django.levels()).extracting(LevelDraft::level)
			.containsExactly(Level.JUNIOR, Level.MID, Level.SENIOR);
		assertThat(this.django.levels()).allSatisfy((level) -> {
			assertThat(level.questions()).hasSize(8);
			assertThat(level.experience()).isNotBlank();
			assertThat(level.focus()).isNotBlank();
		});
	}

	@Test
	void everyDjangoQuestionHasTwoToFiveKeyPoints() {
		assertThat(this.django.questions())
			.allSatisfy((question) -> assertThat(question.keyPoints()).hasSizeBetween(2, 5));
	}

	@Test
	void everyDjangoQuestionIsAnchoredForAllRatingsOrNone() {
		assertThat(this.django.questions())
			.allSatisfy((question) -> assertThat(question.ratingAnchors().size()).isIn(0, 4));
	}

	@Test
	void djangoTopicsAreInKebabCase() {
		assertThat(this.django.questions())
			.allSatisfy((question) -> assertThat(question.topic()).matches("[a-z0-9-]+"));
	}

}
