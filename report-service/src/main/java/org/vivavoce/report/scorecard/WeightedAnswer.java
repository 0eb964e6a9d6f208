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
 * One answer of one interview with its weight: the question, when it is known, and all
 * its ratings.
 *
 * @param question null while no event has named it
 * @param ratings sorted by interviewer
 * @param weight 0 when the answer is not counted
 */
record WeightedAnswer(String interviewId, String questionId, QuestionEntry.@Nullable AskedQuestion question,
		List<RatingEntry> ratings, BigFraction weight) {

	private static final Comparator<WeightedAnswer> BY_POSITION = Comparator
		.comparing((WeightedAnswer weightedAnswer) -> (weightedAnswer.question() != null)
				? weightedAnswer.question().position() : Integer.MAX_VALUE)
		.thenComparing(WeightedAnswer::questionId);

	/**
	 * The answers of an interview in the order in which they were asked for, those of
	 * unknown questions last.
	 */
	static List<WeightedAnswer> of(InterviewEntry interview, Weights weights) {
		Map<String, List<RatingEntry>> ratings = new LinkedHashMap<>();
		interview.questions().forEach((question) -> ratings.put(question.questionId(), new ArrayList<>()));
		interview.ratings()
			.forEach((rating) -> ratings.computeIfAbsent(rating.questionId(), (id) -> new ArrayList<>()).add(rating));
		Map<String, QuestionEntry.AskedQuestion> asked = new LinkedHashMap<>();
		interview.questions().forEach((question) -> asked.put(question.questionId(), question.question().value()));
		return ratings.entrySet()
			.stream()
			.map((entry) -> of(interview, entry.getKey(), asked.get(entry.getKey()), entry.getValue(), weights))
			.sorted(BY_POSITION)
			.toList();
	}

	private static WeightedAnswer of(InterviewEntry interview, String questionId,
			QuestionEntry.@Nullable AskedQuestion asked, List<RatingEntry> ratings, Weights weights) {
		WeightedAnswer unweighted = new WeightedAnswer(interview.id(), questionId, asked, List.copyOf(ratings),
				BigFraction.ZERO);
		InterviewFacts facts = (interview.facts() != null) ? interview.facts().value() : null;
		if (!unweighted.scored() || asked == null || facts == null) {
			return unweighted;
		}
		BigFraction weight = weights.of(asked.level().distanceFrom(facts.targetLevel()), unweighted.mean());
		return new WeightedAnswer(interview.id(), questionId, asked, unweighted.ratings(), weight);
	}

	boolean served() {
		return this.question != null;
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
		return (int) this.ratings.stream().filter((rating) -> rating.content().value().rating() != null).count();
	}

	int ratingSum() {
		return this.ratings.stream()
			.map((rating) -> rating.content().value().rating())
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
			.filter((rating) -> rating.content().value().redFlag())
			.map(RatingEntry::interviewer)
			.toList();
	}

	int questionRevision() {
		return (this.question != null) ? this.question.questionRevision()
				: this.ratings.stream()
					.mapToInt((rating) -> rating.content().value().questionRevision())
					.max()
					.orElseThrow();
	}

}
