package org.vivavoce.scoring.console;

import java.util.List;
import java.util.Set;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.util.MultiValueMap;

import org.vivavoce.contracts.JsonNames;
import org.vivavoce.contracts.Overall;
import org.vivavoce.platform.problem.Fault;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.web.Etags;
import org.vivavoce.scoring.panel.Precondition;
import org.vivavoce.scoring.panel.RatingRequest;
import org.vivavoce.scoring.panel.RecommendationRequest;

/**
 * Reads the forms of the console into the requests of the API, so that the same rules
 * hold for both.
 */
final class ConsoleForms {

	private static final String SKIPPED = "Skipped: ";

	private final Validator validator;

	ConsoleForms(Validator validator) {
		this.validator = validator;
	}

	RatingRequest rating(MultiValueMap<String, String> form) {
		return valid(new RatingRequest(rating(form.getFirst("rating")), form.getFirst("redFlag") != null,
				form.getOrDefault("keyPoints", List.of()), text(form.getFirst("notes"))));
	}

	/**
	 * The answer to a question that is left out: what was there stays, and the reason is
	 * noted.
	 */
	RatingRequest skipped(MultiValueMap<String, String> form) {
		RatingRequest entered = rating(form);
		String reason = text(form.getFirst("reason"));
		String note = SKIPPED + ((reason != null) ? reason : "no reason given");
		String notes = (entered.notes() != null) ? entered.notes() : "";
		if (!notes.lines().toList().contains(note)) {
			notes = notes.isEmpty() ? note : notes + "\n" + note;
		}
		return valid(new RatingRequest(JsonNodeFactory.instance.nullNode(), entered.redFlag(), entered.keyPointsHeard(),
				notes));
	}

	RecommendationRequest recommendation(MultiValueMap<String, String> form) {
		String chosen = form.getFirst("overall");
		Overall overall = (chosen != null) ? JsonNames.find(Overall.class, chosen).orElse(null) : null;
		if (overall == null) {
			throw invalid(List.of(Fault.at("/overall", "Choose what you recommend")));
		}
		return valid(new RecommendationRequest(overall, text(form.getFirst("summary"))));
	}

	/**
	 * What the form was based on: a revision, or that there was none.
	 */
	static Precondition based(MultiValueMap<String, String> form) {
		String revision = form.getFirst("revision");
		if (revision == null || !revision.matches("[0-9]{1,9}")) {
			throw new ProblemException(ProblemTypes.MALFORMED, "revision: must be a number");
		}
		int known = Integer.parseInt(revision);
		return (known > 0) ? new Precondition(Etags.of(known), null) : new Precondition(null, "*");
	}

	private static JsonNode rating(@Nullable String rating) {
		if (rating == null || rating.equals("none")) {
			return JsonNodeFactory.instance.nullNode();
		}
		return rating.matches("[0-9]") ? JsonNodeFactory.instance.numberNode(Integer.parseInt(rating))
				: JsonNodeFactory.instance.stringNode(rating);
	}

	/**
	 * Browsers send line ends as CR LF.
	 * @return null for an empty text
	 */
	private static @Nullable String text(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.replace("\r\n", "\n").stripTrailing();
	}

	private <T> T valid(T request) {
		Set<ConstraintViolation<T>> violations = this.validator.validate(request);
		if (!violations.isEmpty()) {
			throw invalid(violations.stream()
				.map((each) -> Fault.at("/" + each.getPropertyPath(), each.getPropertyPath() + " " + each.getMessage()))
				.toList());
		}
		return request;
	}

	private static ProblemException invalid(List<Fault> faults) {
		return new ProblemException(ProblemTypes.INVALID, "This was not saved").withErrors(faults);
	}

}
