package org.vivavoce.report.scorecard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * One answer of one interview: the question, when it is known, and all its ratings.
 *
 * @param asked null while the question has not been told of
 * @param ratings sorted by interviewer
 * @param weight 0 when the answer is not counted
 */
record Answer(String interviewId, String questionId, QuestionEntry.@Nullable Asked asked, List<RatingEntry> ratings,
		BigFraction weight) {

	private static final Comparator<Answer> BY_POSITION = Comparator
		.comparing((Answer answer) -> (answer.asked() != null) ? answer.asked().position() : Integer.MAX_VALUE)
		.thenComparing(Answer::questionId);

	/**
	 * The answers of an interview in the order in which they were asked for, those of
	 * unknown questions last.
	 */
	static List<Answer> of(InterviewEntry interview, Weights weights) {
		Map<String, List<RatingEntry>> ratings = new LinkedHashMap<>();
		interview.questions().forEach((question) -> ratings.put(question.questionId(), new ArrayList<>()));
		interview.ratings()
			.forEach((rating) -> ratings.computeIfAbsent(rating.questionId(), (id) -> new ArrayList<>()).add(rating));
		Map<String, QuestionEntry.Asked> asked = new LinkedHashMap<>();
		interview.questions().forEach((question) -> asked.put(question.questionId(), question.asked().value()));
		return ratings.entrySet()
			.stream()
			.map((entry) -> of(interview, entry.getKey(), asked.get(entry.getKey()), entry.getValue(), weights))
			.sorted(BY_POSITION)
			.toList();
	}

	private static Answer of(InterviewEntry interview, String questionId, QuestionEntry.@Nullable Asked asked,
			List<RatingEntry> ratings, Weights weights) {
		Answer unweighted = new Answer(interview.id(), questionId, asked, List.copyOf(ratings), BigFraction.ZERO);
		InterviewFacts facts = (interview.facts() != null) ? interview.facts().value() : null;
		if (!unweighted.scored() || asked == null || facts == null) {
			return unweighted;
		}
		BigFraction weight = weights.of(asked.level().distanceFrom(facts.targetLevel()), unweighted.mean());
		return new Answer(interview.id(), questionId, asked, unweighted.ratings(), weight);
	}

	boolean served() {
		return this.asked != null;
	}

	boolean scored() {
		return raters() > 0;
	}

	boolean counted() {
		return this.weight.signum() > 0;
	}

	/**
	 * How many assessed the answer.
	 */
	int raters() {
		return (int) this.ratings.stream().filter((rating) -> rating.given().value().rating() != null).count();
	}

	int ratingSum() {
		return this.ratings.stream()
			.map((rating) -> rating.given().value().rating())
			.filter(Objects::nonNull)
			.mapToInt(Integer::intValue)
			.sum();
	}

	BigFraction mean() {
		return BigFraction.of(ratingSum(), raters());
	}

	/**
	 * The answer's score.
	 * @return 0 to 1; null without any rating
	 */
	@Nullable Double score() {
		return scored() ? BigFraction.of(ratingSum() - raters(), 3 * raters()).doubleValue() : null;
	}

	/**
	 * Who raised a red flag; also without a rating.
	 */
	List<String> redFlaggedBy() {
		return this.ratings.stream()
			.filter((rating) -> rating.given().value().redFlag())
			.map(RatingEntry::interviewer)
			.toList();
	}

	int questionRevision() {
		return (this.asked != null) ? this.asked.questionRevision()
				: this.ratings.stream()
					.mapToInt((rating) -> rating.given().value().questionRevision())
					.max()
					.orElseThrow();
	}

}
