package org.vivavoce.scoring.console;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.contracts.Overall;
import org.vivavoce.scoring.Interviews;
import org.vivavoce.scoring.sheet.Contribution;
import org.vivavoce.scoring.sheet.InterviewSheet;
import org.vivavoce.scoring.sheet.Outcome;
import org.vivavoce.scoring.sheet.RatingContent;
import org.vivavoce.scoring.sheet.RecommendationContent;
import org.vivavoce.scoring.sheet.Scoring;
import org.vivavoce.scoring.sheet.Sheet;
import org.vivavoce.scoring.sheet.SheetView;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.scoring.Interviews.closed;
import static org.vivavoce.scoring.Interviews.envelope;
import static org.vivavoce.scoring.Interviews.minute;
import static org.vivavoce.scoring.Interviews.opened;
import static org.vivavoce.scoring.Interviews.served;

class ConsoleViewTests {

	private InterviewSheet sheet = InterviewSheet.blank("cand-1", "int-1");

	@BeforeEach
	void threeQuestionsWereAsked() {
		happens(opened("int-1", "cand-1", 0));
		happens(served("int-1", "cand-1", 2, "q-2", 9));
		happens(served("int-1", "cand-1", 1, "q-1", 5));
		happens(served("int-1", "cand-1", 3, "q-3", 14));
	}

	@Test
	void theQuestionStandsBetweenItsNeighbours() {
		assertThat(view(2)).extracting(ConsoleView::previous, ConsoleView::next).containsExactly(1, 3);
		assertThat(view(1).previous()).isNull();
		assertThat(view(3).next()).isNull();
		assertThat(view(2).steps()).filteredOn(ConsoleView.Step::current)
			.extracting(ConsoleView.Step::position)
			.containsExactly(2);
		assertThat(view(2).latest()).isEqualTo(3);
		assertThat(view(2).begun()).isEqualTo(minute(5));
	}

	@Test
	void aPositionThatWasNotAskedShowsNoQuestion() {
		ConsoleView view = view(4);
		assertThat(view.question()).isNull();
		assertThat(view.choices()).isEmpty();
		assertThat(view.keyPoints()).isEmpty();
		assertThat(view.steps()).hasSize(3);
	}

	@Test
	void theScaleShowsTheRatingAnchorsOfTheQuestion() {
		rate("interviewer-1", "q-1", 3);
		List<ConsoleView.RatingChoice> choices = view(1).choices();
		assertThat(choices).extracting(ConsoleView.RatingChoice::word)
			.containsExactly("Missed", "Partial", "Solid", "Exceptional");
		assertThat(choices.getFirst().anchor()).isEqualTo("Does not see why there is more than one query");
		assertThat(choices.getLast().anchor()).isNull();
		assertThat(choices).filteredOn(ConsoleView.RatingChoice::chosen)
			.extracting(ConsoleView.RatingChoice::value)
			.containsExactly(3);
	}

	@Test
	void onlyOwnRatingsAreShownAndCounted() {
		rate("interviewer-2", "q-1", 1);
		rate("interviewer-1", "q-2", null);
		assertThat(view(1).choices()).noneMatch(ConsoleView.RatingChoice::chosen);
		assertThat(view(1).unrated()).extracting(ConsoleView.Step::position).containsExactly(1, 2, 3);
		rate("interviewer-1", "q-3", 4);
		assertThat(view(1).unrated()).extracting(ConsoleView.Step::position).containsExactly(1, 2);
	}

	@Test
	void thePanelShowsWhoHasScoredThisAnswer() {
		rate("interviewer-2", "q-1", 1);
		assertThat(view(1).panel()).containsExactly(new ConsoleView.MemberProgress("interviewer-1", true, false, false),
				new ConsoleView.MemberProgress("interviewer-2", false, true, false));
		assertThat(view(2).panel()).noneMatch(ConsoleView.MemberProgress::scored);
	}

	@Test
	void itNamesWhoElseAskedTheLastQuestion() {
		assertThat(view(1).askedBy()).isNull();
		happens(served("int-1", "cand-1", List.of("interviewer-2", "interviewer-1"), 4, Interviews.question("q-4", 1),
				20));
		assertThat(view(1).askedBy()).isEqualTo("interviewer-2");
	}

	@Test
	void theFingerprintChangesWithWhatThePanelDoes() {
		String before = view(1).fingerprint();
		assertThat(view(1).fingerprint()).isEqualTo(before);
		rate("interviewer-2", "q-1", 1);
		String scored = view(1).fingerprint();
		happens(served("int-1", "cand-1", 4, "q-4", 20));
		String asked = view(1).fingerprint();
		happens(closed("int-1", "cand-1", InterviewOutcome.COMPLETED, 30));
		assertThat(List.of(before, scored, asked, view(1).fingerprint())).doesNotHaveDuplicates();
	}

	@Test
	void theFingerprintDoesNotRevealWhatOthersGave() {
		rate("interviewer-2", "q-1", 1);
		String low = view(1).fingerprint();
		rate("interviewer-2", "q-1", 4);
		assertThat(view(1).fingerprint()).isEqualTo(low);
	}

	@Test
	void nothingIsLeftToAskOnceItIsClosed() {
		assertThat(view(1).more()).isTrue();
		happens(closed("int-1", "cand-1", InterviewOutcome.ABANDONED, 30));
		assertThat(view(1).more()).isFalse();
		assertThat(view(1).closed()).isTrue();
	}

	@Test
	void recommendationsAreSeenAsGivenNotAsWhatTheyAre() {
		this.sheet = after(Scoring.recommend(this.sheet, "interviewer-2", new RecommendationContent(Overall.NO, null),
				minute(31)));
		assertThat(view(1).panel()).filteredOn(ConsoleView.MemberProgress::recommended)
			.extracting(ConsoleView.MemberProgress::person)
			.containsExactly("interviewer-2");
		assertThat(view(1).sheet().recommendations()).isEmpty();
	}

	private void happens(Event event) {
		this.sheet = Objects.requireNonNull(InterviewSheet.fold(this.sheet, envelope(event)));
	}

	private void rate(String member, String question, @org.jspecify.annotations.Nullable Integer rating) {
		this.sheet = after(Scoring.rate(this.sheet, question, member, new RatingContent(rating, false, List.of(), null),
				minute(10)));
	}

	private static <T extends Contribution> InterviewSheet after(Outcome<T> outcome) {
		assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
		return ((Outcome.Accepted<T>) outcome).sheet();
	}

	private ConsoleView view(int position) {
		Sheet sheet = this.sheet.sheet();
		return ConsoleView.of(
				SheetView.of("cand-1", "Ada", sheet, Objects.requireNonNull(sheet.details()), "interviewer-1"),
				position);
	}

}
