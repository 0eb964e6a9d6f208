package org.vivavoce.scoring.sheet;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.contracts.Level;

/**
 * The score sheet of one interview as one panel member sees it. What others gave is
 * hidden until the viewer has given a recommendation, or the interview is closed.
 *
 * @param candidateName null while no profile has named it
 * @param planned how many questions are planned
 * @param served how many questions were served
 * @param questions by position
 * @param recommendation the viewer's own
 * @param recommendedBy who has given a recommendation, whatever it is
 * @param recommendations the others'; empty while they are hidden
 * @param othersVisible whether what the others gave is shown
 * @param viewer whose sheet it is
 */
public record SheetView(String interviewId, String candidateId,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String candidateName, String role, String technology,
		Level targetLevel, List<String> panel, int planned, int served, SheetState state,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InterviewOutcome outcome, List<QuestionView> questions,
		@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable RecommendationView recommendation,
		List<String> recommendedBy, List<RecommendationView> recommendations, boolean othersVisible,
		@JsonIgnore String viewer) {

	public static SheetView of(String candidateId, @Nullable String candidateName, Sheet sheet, Details details,
			String viewer) {
		boolean othersVisible = sheet.closing() != null || sheet.recommendation(viewer).isPresent();
		return new SheetView(sheet.interviewId(), candidateId, candidateName, details.role(), details.technology(),
				details.targetLevel(), details.panel(), details.planned(), sheet.served().size(), SheetState.of(sheet),
				(sheet.closing() != null) ? sheet.closing().outcome() : null,
				sheet.served().stream().map((each) -> QuestionView.of(sheet, each, viewer, othersVisible)).toList(),
				sheet.recommendation(viewer).map((own) -> RecommendationView.of(sheet.interviewId(), own)).orElse(null),
				sheet.recommendations().stream().map(Recommendation::interviewer).toList(),
				sheet.recommendations()
					.stream()
					.filter((each) -> othersVisible && !each.interviewer().equals(viewer))
					.map((each) -> RecommendationView.of(sheet.interviewId(), each))
					.toList(),
				othersVisible, viewer);
	}

}
