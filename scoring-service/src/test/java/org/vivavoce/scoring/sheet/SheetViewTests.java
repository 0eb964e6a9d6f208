package org.vivavoce.scoring.sheet;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.contracts.Overall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.scoring.Interviews.closed;
import static org.vivavoce.scoring.Interviews.envelope;
import static org.vivavoce.scoring.Interviews.minute;
import static org.vivavoce.scoring.Interviews.opened;
import static org.vivavoce.scoring.Interviews.served;

class SheetViewTests {

	private InterviewSheet sheet = InterviewSheet.blank("cand-1", "int-1");

	@BeforeEach
	void theOtherMemberHasGivenEverything() {
		happens(opened("int-1", "cand-1", 0));
		happens(served("int-1", "cand-1", 2, "q-2", 9));
		happens(served("int-1", "cand-1", 1, "q-1", 5));
		rate("interviewer-2", 1);
		recommend("interviewer-2", Overall.NO);
	}

	@Test
	void nothingOfTheOthersIsShownBeforeTheViewerHasRecommended() {
		rate("interviewer-1", 4);
		SheetView view = view("interviewer-1");
		assertThat(view.othersVisible()).isFalse();
		assertThat(view.recommendations()).isEmpty();
		assertThat(view.recommendedBy()).containsExactly("interviewer-2");
		assertThat(view.questions()).allSatisfy((question) -> assertThat(question.ratings()).isEmpty());
		assertThat(view.questions().getFirst().scoredBy()).containsExactly("interviewer-1", "interviewer-2");
		assertThat(view.questions().getFirst().mine()).isNotNull().extracting(RatingView::rating).isEqualTo(4);
	}

	@Test
	void theOthersAreShownAfterTheViewersRecommendation() {
		recommend("interviewer-1", Overall.YES);
		SheetView view = view("interviewer-1");
		assertThat(view.othersVisible()).isTrue();
		assertThat(view.recommendations()).extracting(RecommendationView::overall).containsExactly(Overall.NO);
		assertThat(view.recommendation()).isNotNull().extracting(RecommendationView::overall).isEqualTo(Overall.YES);
		assertThat(view.questions().getFirst().ratings()).extracting(RatingView::rating).containsExactly(1);
		assertThat(view.questions().getFirst().mine()).isNull();
	}

	@Test
	void theOthersAreShownOnceTheInterviewIsClosed() {
		happens(closed("int-1", "cand-1", InterviewOutcome.COMPLETED, 30));
		SheetView view = view("interviewer-1");
		assertThat(view.questions().getFirst().ratings()).extracting(RatingView::interviewer)
			.containsExactly("interviewer-2");
		assertThat(view.recommendations()).hasSize(1);
	}

	@Test
	void ownRatingsAreNotAmongTheOthers() {
		SheetView view = view("interviewer-2");
		assertThat(view.othersVisible()).isTrue();
		assertThat(view.questions().getFirst().ratings()).isEmpty();
		assertThat(view.recommendations()).isEmpty();
	}

	@Test
	void theStateFollowsTheInterview() {
		assertThat(view("interviewer-1").state()).isEqualTo(SheetState.IN_PROGRESS);
		happens(closed("int-1", "cand-1", InterviewOutcome.ABANDONED, 30));
		assertThat(view("interviewer-1").state()).isEqualTo(SheetState.CLOSED);
		assertThat(view("interviewer-1").outcome()).isEqualTo(InterviewOutcome.ABANDONED);
		InterviewSheet other = InterviewSheet.fold(null, envelope(opened("int-2", "cand-1", 40)));
		assertThat(SheetState.of(Objects.requireNonNull(other).sheet())).isEqualTo(SheetState.PLANNED);
	}

	@Test
	void theSummaryCountsWhatTheViewerHasGiven() {
		Sheet sheet = this.sheet.sheet();
		Details details = Objects.requireNonNull(sheet.details());
		SheetSummary other = SheetSummary.of("cand-1", sheet, details, "interviewer-2");
		assertThat(other.served()).isEqualTo(2);
		assertThat(other.scoredByMe()).isEqualTo(1);
		assertThat(other.hasRecommended()).isTrue();
		SheetSummary own = SheetSummary.of("cand-1", sheet, details, "interviewer-1");
		assertThat(own.scoredByMe()).isZero();
		assertThat(own.hasRecommended()).isFalse();
		assertThat(own.openedAt()).isEqualTo(minute(0));
	}

	private void happens(Event event) {
		this.sheet = Objects.requireNonNull(InterviewSheet.fold(this.sheet, envelope(event)));
	}

	private void rate(String member, int rating) {
		this.sheet = after(
				Scoring.rate(this.sheet, "q-1", member, new RatingContent(rating, false, List.of(), null), minute(10)));
	}

	private void recommend(String member, Overall overall) {
		this.sheet = after(Scoring.recommend(this.sheet, member, new RecommendationContent(overall, null), minute(11)));
	}

	private static <T extends Contribution> InterviewSheet after(Outcome<T> outcome) {
		assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
		return ((Outcome.Accepted<T>) outcome).sheet();
	}

	private SheetView view(String viewer) {
		Sheet sheet = this.sheet.sheet();
		return SheetView.of("cand-1", "Ada", sheet, Objects.requireNonNull(sheet.details()), viewer);
	}

}
