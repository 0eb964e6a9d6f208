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
	 * So long after an interview was closed may its questions still arrive.
	 */
	private static final Duration STRAGGLERS = Duration.ofMinutes(1);

	private Scoring() {
	}

	/**
	 * Rate an answer, or correct the rating.
	 * @param caller the interviewer: nobody rates for somebody else
	 */
	public static Outcome<Answer> rate(@Nullable CandidateSheets sheets, String interviewId, String questionId,
			String caller, Rating rating, Instant now) {
		if (forgotten(sheets, interviewId)) {
			return new Outcome.Forgotten<>();
		}
		Sheet sheet = known(sheets, interviewId);
		if (sheets == null || sheet == null) {
			return new Outcome.UnknownInterview<>();
		}
		if (!sheet.seats(caller)) {
			return new Outcome.NotOnPanel<>();
		}
		Serving serving = sheet.served(questionId).orElse(null);
		if (serving == null) {
			return isOver(sheet, now) ? new Outcome.NeverServed<>() : new Outcome.NotServed<>();
		}
		List<String> unknown = rating.keyPointsHeard().stream().filter((id) -> !serving.hasKeyPoint(id)).toList();
		if (!unknown.isEmpty()) {
			return new Outcome.UnknownKeyPoints<>(unknown);
		}
		Answer before = sheet.answer(questionId, caller).orElse(null);
		if (before != null && before.says(rating, serving.question().revision())) {
			return new Outcome.Accepted<>(sheets, sheet, before, before.revision(), null);
		}
		int previous = (before != null) ? before.revision() : 0;
		Answer answer = new Answer(questionId, caller, serving.question().revision(), rating, previous + 1, now,
				serving.stamp().at());
		Sheet rated = sheet.with(answer);
		return new Outcome.Accepted<>(sheets.with(rated), rated, answer, previous,
				scored(sheets.candidateId(), interviewId, answer));
	}

	/**
	 * Recommend what to do, or change the recommendation.
	 */
	public static Outcome<Recommendation> recommend(@Nullable CandidateSheets sheets, String interviewId, String caller,
			Verdict verdict, Instant now) {
		if (forgotten(sheets, interviewId)) {
			return new Outcome.Forgotten<>();
		}
		Sheet sheet = known(sheets, interviewId);
		if (sheets == null || sheet == null || sheet.details() == null) {
			return new Outcome.UnknownInterview<>();
		}
		if (!sheet.seats(caller)) {
			return new Outcome.NotOnPanel<>();
		}
		Recommendation before = sheet.recommendation(caller).orElse(null);
		if (before != null && before.content().equals(verdict)) {
			return new Outcome.Accepted<>(sheets, sheet, before, before.revision(), null);
		}
		int previous = (before != null) ? before.revision() : 0;
		Recommendation recommendation = new Recommendation(caller, verdict, previous + 1, now,
				sheet.details().stamp().at());
		Sheet recommended = sheet.with(recommendation);
		return new Outcome.Accepted<>(sheets.with(recommended), recommended, recommendation, previous,
				given(sheets.candidateId(), interviewId, recommendation));
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

	private static AnswerScored scored(String candidateId, String interviewId, Answer answer) {
		Rating content = answer.content();
		return new AnswerScored(interviewId, candidateId, answer.questionId(), answer.questionRevision(),
				answer.interviewer(), answer.interviewer(), content.rating(), content.redFlag(),
				content.keyPointsHeard(), content.notes(), answer.revision(), answer.at());
	}

	private static RecommendationGiven given(String candidateId, String interviewId, Recommendation given) {
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
