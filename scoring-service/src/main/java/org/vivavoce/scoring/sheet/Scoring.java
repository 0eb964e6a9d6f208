package org.vivavoce.scoring.sheet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.AnswerScored;
import org.vivavoce.contracts.RecommendationGiven;

/**
 * The rules for what a panel member gives. Ratings and recommendations may be corrected
 * at any time, also after the interview is closed.
 */
public final class Scoring {

	/**
	 * How long after the closing of an interview its questions may still arrive.
	 */
	private static final Duration STRAGGLERS = Duration.ofMinutes(1);

	private Scoring() {
	}

	/**
	 * Rate an answer, or correct the rating.
	 * @param current null where no event has named the interview
	 * @param caller the interviewer: nobody rates for somebody else
	 */
	public static Outcome<Rating> rate(@Nullable InterviewSheet current, String questionId, String caller,
			RatingContent ratingContent, Instant now) {
		if (current == null || current.sheet().details() == null) {
			return forgotten(current) ? new Outcome.Forgotten<>() : new Outcome.UnknownInterview<>();
		}
		Sheet sheet = current.sheet();
		if (!sheet.hasPanelMember(caller)) {
			return new Outcome.NotOnPanel<>();
		}
		Serving serving = sheet.served(questionId).orElse(null);
		if (serving == null) {
			return isOver(sheet, now) ? new Outcome.NeverServed<>() : new Outcome.NotServed<>();
		}
		List<String> unknown = ratingContent.keyPointsHeard()
			.stream()
			.filter((id) -> !serving.hasKeyPoint(id))
			.toList();
		if (!unknown.isEmpty()) {
			return new Outcome.UnknownKeyPoints<>(unknown);
		}
		Rating before = sheet.rating(questionId, caller).orElse(null);
		if (before != null && before.hasSameContent(ratingContent, serving.question().revision())) {
			return new Outcome.Accepted<>(current, before, before.revision(), null);
		}
		int previous = (before != null) ? before.revision() : 0;
		Rating rating = new Rating(questionId, caller, serving.question().revision(), ratingContent, previous + 1, now,
				serving.stamp().at());
		return new Outcome.Accepted<>(current.with(sheet.with(rating)), rating, previous,
				answerScored(current.candidateId(), sheet.interviewId(), rating));
	}

	/**
	 * Recommend what to do, or change the recommendation.
	 * @param current null where no event has named the interview
	 */
	public static Outcome<Recommendation> recommend(@Nullable InterviewSheet current, String caller,
			RecommendationContent recommendationContent, Instant now) {
		Details details = (current != null) ? current.sheet().details() : null;
		if (current == null || details == null) {
			return forgotten(current) ? new Outcome.Forgotten<>() : new Outcome.UnknownInterview<>();
		}
		Sheet sheet = current.sheet();
		if (!sheet.hasPanelMember(caller)) {
			return new Outcome.NotOnPanel<>();
		}
		Recommendation before = sheet.recommendation(caller).orElse(null);
		if (before != null && before.content().equals(recommendationContent)) {
			return new Outcome.Accepted<>(current, before, before.revision(), null);
		}
		int previous = (before != null) ? before.revision() : 0;
		Recommendation recommendation = new Recommendation(caller, recommendationContent, previous + 1, now,
				details.stamp().at());
		return new Outcome.Accepted<>(current.with(sheet.with(recommendation)), recommendation, previous,
				recommendationGiven(current.candidateId(), sheet.interviewId(), recommendation));
	}

	/**
	 * Whether the sheet went when its candidate was forgotten.
	 */
	public static boolean forgotten(@Nullable InterviewSheet sheet) {
		return sheet != null && sheet.forgottenAt() != null && sheet.sheet().holdsNothing();
	}

	private static AnswerScored answerScored(String candidateId, String interviewId, Rating rating) {
		RatingContent content = rating.content();
		return new AnswerScored(interviewId, candidateId, rating.questionId(), rating.questionRevision(),
				rating.interviewer(), rating.interviewer(), content.rating(), content.redFlag(),
				content.keyPointsHeard(), content.notes(), rating.revision(), rating.at());
	}

	private static RecommendationGiven recommendationGiven(String candidateId, String interviewId,
			Recommendation given) {
		return new RecommendationGiven(interviewId, candidateId, given.interviewer(), given.content().overall(),
				given.content().summary(), given.revision(), given.at());
	}

	/**
	 * Whether no question of the interview is to be expected any more. The topics have no
	 * order among each other, so a closing may come before a question that was served
	 * earlier.
	 */
	private static boolean isOver(Sheet sheet, Instant now) {
		return sheet.closing() != null && sheet.closing().stamp().at().plus(STRAGGLERS).isBefore(now);
	}

}
