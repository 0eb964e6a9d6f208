package org.vivavoce.report.scorecard;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.InterviewOutcome;

/**
 * One interview of a scorecard.
 */
final class InterviewView {

	private InterviewView() {
	}

	static Scorecard.Interview of(InterviewEntry interview, List<WeightedAnswer> answers) {
		Tally tally = new Tally();
		answers.forEach(tally::add);
		InterviewFacts facts = (interview.facts() != null) ? interview.facts().value() : null;
		List<Scorecard.Answer> rated = answers.stream().map(InterviewView::answer).toList();
		List<Scorecard.Recommendation> recommendations = interview.recommendations()
			.stream()
			.map(InterviewView::recommendation)
			.toList();
		return new Scorecard.Interview(interview.id(), (facts != null) ? facts.technology() : null,
				(facts != null) ? facts.targetLevel() : null, (facts != null) ? facts.role() : null, state(interview),
				outcome(interview), tally.number(), (facts != null) ? facts.panel() : List.of(), rated,
				recommendations);
	}

	private static Scorecard.InterviewState state(InterviewEntry interview) {
		if (interview.closed() != null) {
			return Scorecard.InterviewState.CLOSED;
		}
		// a recommendation without any question is an opinion on a plan
		boolean begun = !interview.questions().isEmpty() || !interview.ratings().isEmpty();
		return begun ? Scorecard.InterviewState.IN_PROGRESS : Scorecard.InterviewState.PLANNED;
	}

	private static @Nullable InterviewOutcome outcome(InterviewEntry interview) {
		return (interview.closed() != null) ? interview.closed().value().outcome() : null;
	}

	private static Scorecard.Answer answer(WeightedAnswer weightedAnswer) {
		QuestionEntry.AskedQuestion asked = weightedAnswer.question();
		return new Scorecard.Answer(weightedAnswer.questionId(), weightedAnswer.questionRevision(),
				(asked != null) ? asked.level() : null, (asked != null) ? asked.topic() : null,
				(asked != null) ? asked.prompt() : null, (asked != null) ? asked.position() : null,
				(asked != null) ? asked.keyPoints() : List.of(), weightedAnswer.score(), weightedAnswer.counted(),
				weightedAnswer.ratings().stream().map(InterviewView::rating).toList());
	}

	private static Scorecard.Rating rating(RatingEntry entry) {
		RatingEntry.RatingContent given = entry.content().value();
		return new Scorecard.Rating(entry.interviewer(), given.rating(), given.redFlag(), given.keyPointsHeard(),
				given.notes(), entry.content().revision());
	}

	private static Scorecard.Recommendation recommendation(RecommendationEntry entry) {
		RecommendationEntry.RecommendationContent recommended = entry.content().value();
		return new Scorecard.Recommendation(entry.interviewer(), recommended.overall(), recommended.summary(),
				entry.content().revision());
	}

}
