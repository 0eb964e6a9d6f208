package org.vivavoce.scoring.sheet;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.contracts.Level;

/**
 * A line in a panel member's list of sheets.
 *
 * @param served how many questions were served
 * @param scoredByMe how many of them the viewer has rated
 * @param hasRecommended whether the viewer has given a recommendation
 * @param openedAt when the interview was planned, or the earliest time known of it
 */
public record SheetSummary(String interviewId, String candidateId, String role, String technology, Level targetLevel,
		SheetState state, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InterviewOutcome outcome, int planned,
		int served, long scoredByMe, boolean hasRecommended, Instant openedAt) {

	public static SheetSummary of(String candidateId, Sheet sheet, Details details, String viewer) {
		return new SheetSummary(sheet.interviewId(), candidateId, details.role(), details.technology(),
				details.targetLevel(), SheetState.of(sheet),
				(sheet.closing() != null) ? sheet.closing().outcome() : null, details.planned(), sheet.served().size(),
				sheet.ratings().stream().filter((rating) -> rating.interviewer().equals(viewer)).count(),
				sheet.recommendation(viewer).isPresent(), sheet.since());
	}

}
