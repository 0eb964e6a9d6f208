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

	static Scorecard.Interview of(InterviewEntry interview, List<Answer> answers) {
		Tally tally = new Tally();
		answers.forEach(tally::add);
		InterviewFacts facts = (interview.facts() != null) ? interview.facts().value() : null;
		List<Scorecard.Rated> rated = answers.stream().map(InterviewView::rated).toList();
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

	private static Scorecard.Rated rated(Answer answer) {
		QuestionEntry.Asked asked = answer.asked();
		return new Scorecard.Rated(answer.questionId(), answer.questionRevision(),
				(asked != null) ? asked.level() : null, (asked != null) ? asked.topic() : null,
				(asked != null) ? asked.prompt() : null, (asked != null) ? asked.position() : null,
				(asked != null) ? asked.keyPoints() : List.of(), answer.score(), answer.counted(),
				answer.ratings().stream().map(InterviewView::rating).toList());
	}

	private static Scorecard.Rating rating(RatingEntry entry) {
		RatingEntry.Given given = entry.given().value();
		return new Scorecard.Rating(entry.interviewer(), given.rating(), given.redFlag(), given.keyPointsHeard(),
				given.notes(), entry.given().revision());
	}

	private static Scorecard.Recommendation recommendation(RecommendationEntry entry) {
		RecommendationEntry.Recommended recommended = entry.recommended().value();
		return new Scorecard.Recommendation(entry.interviewer(), recommended.overall(), recommended.summary(),
				entry.recommended().revision());
	}

}
