package org.vivavoce.question.document.source;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.vivavoce.contracts.Level;

import static org.assertj.core.api.Assertions.assertThat;

class LevelNameTests {

	@ParameterizedTest
	@CsvSource({ "Junior, JUNIOR", "jr., JUNIOR", "Entry-level, JUNIOR", "Mid-level, MID", "intermediate, MID",
			"Sr, SENIOR", "Senior level, SENIOR" })
	void findsALevel(String text, Level level) {
		assertThat(LevelName.find(text)).contains(level);
	}

	@ParameterizedTest
	@CsvSource({ "Junior to senior", "Midnight", "expert" })
	void findsNoneWhereThereIsNoneOrMoreThanOne(String text) {
		assertThat(LevelName.find(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Junior Django interview questions, Django", "Mid-level C++ questions (2–5 years), C++",
			"Senior .NET questions & answers, .NET", "Senior Java and Spring interview questions, Java and Spring",
			"Questions to ask senior Ruby on Rails developers, Ruby on Rails",
			"Interview questions and answers for the junior Go developer, Go", "Rust interview guide, Rust",
			"Top 50 Angular 17 interview questions, Angular 17", "The 20 best questions for Vue 3 developers, Vue 3",
			"Senior interview questions, ''" })
	void findsTheTechnologyOfAHeading(String heading, String technology) {
		assertThat(LevelName.technology(heading)).isEqualTo(technology);
	}

}
