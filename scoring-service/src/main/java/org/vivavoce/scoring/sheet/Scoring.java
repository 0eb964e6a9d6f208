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
	 * @param caller the interviewer: nobody rates for somebody else
	 */
	public static Outcome<Rating> rate(@Nullable CandidateSheets sheets, String interviewId, String questionId,
			String caller, RatingContent ratingContent, Instant now) {
		if (forgotten(sheets, interviewId)) {
			return new Outcome.Forgotten<>();
		}
		Sheet sheet = known(sheets, interviewId);
		if (sheets == null || sheet == null) {
			return new Outcome.UnknownInterview<>();
		}
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
			return new Outcome.Accepted<>(sheets, sheet, before, before.revision(), null);
		}
		int previous = (before != null) ? before.revision() : 0;
		Rating rating = new Rating(questionId, caller, serving.question().revision(), ratingContent, previous + 1, now,
				serving.stamp().at());
		Sheet rated = sheet.with(rating);
		return new Outcome.Accepted<>(sheets.with(rated), rated, rating, previous,
				answerScored(sheets.candidateId(), interviewId, rating));
	}

	/**
	 * Recommend what to do, or change the recommendation.
	 */
	public static Outcome<Recommendation> recommend(@Nullable CandidateSheets sheets, String interviewId, String caller,
			RecommendationContent recommendationContent, Instant now) {
		if (forgotten(sheets, interviewId)) {
			return new Outcome.Forgotten<>();
		}
		Sheet sheet = known(sheets, interviewId);
		if (sheets == null || sheet == null || sheet.details() == null) {
			return new Outcome.UnknownInterview<>();
		}
		if (!sheet.hasPanelMember(caller)) {
			return new Outcome.NotOnPanel<>();
		}
		Recommendation before = sheet.recommendation(caller).orElse(null);
		if (before != null && before.content().equals(recommendationContent)) {
			return new Outcome.Accepted<>(sheets, sheet, before, before.revision(), null);
		}
		int previous = (before != null) ? before.revision() : 0;
		Recommendation recommendation = new Recommendation(caller, recommendationContent, previous + 1, now,
				sheet.details().stamp().at());
		Sheet recommended = sheet.with(recommendation);
		return new Outcome.Accepted<>(sheets.with(recommended), recommended, recommendation, previous,
				recommendationGiven(sheets.candidateId(), interviewId, recommendation));
	}

	/**
	 * The sheet once an event has named its panel: before, nobody can tell who may fill
	 * it in.
	 */
	public static @Nullable Sheet known(@Nullable CandidateSheets sheets, String interviewId) {
		return (sheets == null) ? null
				: sheets.sheet(interviewId).filter((sheet) -> sheet.details() != null).orElse(null);
	}

	/**
	 * Whether the sheet went when its candidate was forgotten.
	 * @param interviewId one that is known to be this candidate's
	 */
	public static boolean forgotten(@Nullable CandidateSheets sheets, String interviewId) {
		return sheets != null && sheets.forgottenAt() != null && sheets.sheet(interviewId).isEmpty();
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
