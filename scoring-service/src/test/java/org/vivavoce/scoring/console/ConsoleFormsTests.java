package org.vivavoce.scoring.console;

import java.util.List;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import org.vivavoce.contracts.Overall;
import org.vivavoce.platform.problem.Fault;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.scoring.panel.Precondition;
import org.vivavoce.scoring.panel.RecommendationRequest;
import org.vivavoce.scoring.sheet.RatingContent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConsoleFormsTests {

	private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();

	private final ConsoleForms forms = new ConsoleForms(VALIDATORS.getValidator());

	private final MultiValueMap<String, String> form = new LinkedMultiValueMap<>();

	@AfterAll
	static void close() {
		VALIDATORS.close();
	}

	@Test
	void aFilledInFormBecomesTheRequestOfTheApi() {
		this.form.add("rating", "3");
		this.form.add("redFlag", "on");
		this.form.addAll("keyPoints", List.of("prefetch", "count"));
		this.form.add("notes", "One.\r\nTwo.");
		assertThat(this.forms.rating(this.form).content())
			.isEqualTo(new RatingContent(3, true, List.of("count", "prefetch"), "One.\nTwo."));
	}

	@Test
	void anEmptyFormAssessesNothing() {
		RatingContent nothing = new RatingContent(null, false, List.of(), null);
		assertThat(this.forms.rating(this.form).content()).isEqualTo(nothing);
		this.form.add("rating", "none");
		this.form.add("notes", " \r\n ");
		assertThat(this.forms.rating(this.form).content()).isEqualTo(nothing);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "5", "3.5", "solid", "-1", "" })
	void aRatingOffTheScaleIsRefused(String rating) {
		this.form.add("rating", rating);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.forms.rating(this.form))
			.satisfies((ex) -> assertThat(ex.errors()).extracting(Fault::pointer).containsExactly("/rating"));
	}

	@Test
	void notesThatAreTooLongAreRefused() {
		this.form.add("notes", "x".repeat(10_001));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.forms.rating(this.form))
			.satisfies((ex) -> assertThat(ex.errors()).extracting(Fault::pointer).containsExactly("/notes"));
	}

	@Test
	void skippingKeepsWhatWasThereAndNotesTheReasonOnce() {
		this.form.add("rating", "2");
		this.form.add("keyPoints", "count");
		this.form.add("notes", "Began well.");
		this.form.add("reason", "ran out of time");
		RatingContent skipped = this.forms.skipped(this.form).content();
		assertThat(skipped)
			.isEqualTo(new RatingContent(null, false, List.of("count"), "Began well.\nSkipped: ran out of time"));
		this.form.set("notes", skipped.notes());
		assertThat(this.forms.skipped(this.form).content()).isEqualTo(skipped);
	}

	@Test
	void theRevisionOfTheFormGuardsTheWrite() {
		this.form.set("revision", "3");
		assertThat(ConsoleForms.based(this.form)).isEqualTo(new Precondition("\"3\"", null));
		this.form.set("revision", "0");
		assertThat(ConsoleForms.based(this.form)).isEqualTo(new Precondition(null, "*"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-1", "x", "99999999999" })
	void aFormWithoutItsRevisionWritesNothing(String revision) {
		this.form.set("revision", revision);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> ConsoleForms.based(this.form));
	}

	@Test
	void aRecommendationIsReadByItsPublicName() {
		this.form.add("overall", "definitely-not");
		this.form.add("summary", "");
		assertThat(this.forms.recommendation(this.form))
			.isEqualTo(new RecommendationRequest(Overall.DEFINITELY_NOT, null));
		this.form.set("overall", "DEFINITELY_NOT");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.forms.recommendation(this.form));
	}

}
