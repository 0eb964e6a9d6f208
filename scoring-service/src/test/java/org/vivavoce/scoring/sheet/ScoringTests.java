package org.vivavoce.scoring.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.AnswerScored;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.contracts.Overall;
import org.vivavoce.contracts.RecommendationGiven;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.store.StateJson;
import org.vivavoce.scoring.Interviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.scoring.Interviews.closed;
import static org.vivavoce.scoring.Interviews.envelope;
import static org.vivavoce.scoring.Interviews.minute;
import static org.vivavoce.scoring.Interviews.opened;
import static org.vivavoce.scoring.Interviews.question;
import static org.vivavoce.scoring.Interviews.served;

class ScoringTests {

	private static final RatingContent SOLID = new RatingContent(3, false, List.of("prefetch", "select-related"),
			"Clear.");

	private static final RecommendationContent YES = new RecommendationContent(Overall.YES, "Knows the ORM.");

	private InterviewSheet sheet = InterviewSheet.blank("cand-1", "int-1");

	@BeforeEach
	void interview() {
		this.sheet = happened(null, envelope(opened("int-1", "cand-1", 0)));
		this.sheet = happened(this.sheet, envelope(served("int-1", "cand-1", 1, "q-1", 5)));
	}

	@Test
	void theFirstRatingIsRevisionOneAndIsPublished() {
		var accepted = accepted(rate("interviewer-1", SOLID, minute(6)));
		assertThat(accepted.contribution().revision()).isEqualTo(1);
		assertThat(accepted.previous()).isZero();
		assertThat(accepted.event()).isEqualTo(published(SOLID, 1, minute(6)));
	}

	/**
	 * The event of a rating of the first interviewer.
	 */
	private static AnswerScored published(RatingContent rating, int revision, Instant at) {
		return new AnswerScored("int-1", "cand-1", "q-1", 1, "interviewer-1", "interviewer-1", rating.rating(),
				rating.redFlag(), rating.keyPointsHeard(), rating.notes(), revision, at);
	}

	@Test
	void aCorrectionIsTheNextRevision() {
		accepted(rate("interviewer-1", SOLID, minute(6)));
		var accepted = accepted(rate("interviewer-1", new RatingContent(4, true, List.of(), null), minute(7)));
		assertThat(accepted.previous()).isEqualTo(1);
		assertThat(accepted.contribution().revision()).isEqualTo(2);
		assertThat(accepted.event()).isEqualTo(published(new RatingContent(4, true, List.of(), null), 2, minute(7)));
		assertThat(accepted.sheet().sheet().ratings()).hasSize(1);
	}

	@Test
	void theSameAgainKeepsItsRevisionAndTellsNothing() {
		accepted(rate("interviewer-1", SOLID, minute(6)));
		InterviewSheet before = this.sheet;
		var accepted = accepted(rate("interviewer-1",
				new RatingContent(3, false, List.of("select-related", "prefetch", "prefetch"), "Clear."), minute(7)));
		assertThat(accepted.contribution().revision()).isEqualTo(1);
		assertThat(accepted.contribution().at()).isEqualTo(minute(6));
		assertThat(accepted.event()).isNull();
		assertThat(accepted.sheet()).isSameAs(before);
	}

	@Test
	void eachPartOfARatingCounts() {
		accepted(rate("interviewer-1", SOLID, minute(6)));
		List<RatingContent> corrections = List.of(new RatingContent(2, false, SOLID.keyPointsHeard(), "Clear."),
				new RatingContent(2, true, SOLID.keyPointsHeard(), "Clear."),
				new RatingContent(2, true, List.of("count"), "Clear."),
				new RatingContent(2, true, List.of("count"), null),
				new RatingContent(null, true, List.of("count"), null));
		for (int each = 0; each < corrections.size(); each++) {
			RatingContent correction = corrections.get(each);
			assertThat(accepted(rate("interviewer-1", correction, minute(7))).event())
				.isEqualTo(published(correction, 2 + each, minute(7)));
		}
		assertThat(this.sheet.sheet().ratings()).singleElement().extracting(Rating::revision).isEqualTo(6);
	}

	@Test
	void theSameRatingForANewRevisionOfTheQuestionIsACorrection() {
		accepted(rate("interviewer-1", SOLID, minute(6)));
		this.sheet = happened(this.sheet,
				envelope(served("int-1", "cand-1", Interviews.PANEL, 1, question("q-1", 2), 8)));
		assertThat(accepted(rate("interviewer-1", SOLID, minute(9))).contribution()).satisfies((rating) -> {
			assertThat(rating.revision()).isEqualTo(2);
			assertThat(rating.questionRevision()).isEqualTo(2);
		});
	}

	@Test
	void membersRateIndependently() {
		accepted(rate("interviewer-1", SOLID, minute(6)));
		var accepted = accepted(rate("interviewer-2", SOLID, minute(6)));
		assertThat(accepted.contribution().revision()).isEqualTo(1);
		assertThat(accepted.sheet().sheet().ratings()).extracting(Rating::interviewer)
			.containsExactly("interviewer-1", "interviewer-2");
	}

	@Test
	void onlyThePanelRatesAndRecommends() {
		assertThat(rate("interviewer-3", SOLID, minute(6))).isEqualTo(new Outcome.NotOnPanel<>());
		assertThat(recommend("interviewer-3", YES, minute(6))).isEqualTo(new Outcome.NotOnPanel<>());
	}

	@Test
	void aQuestionThatWasNotServedIsNotRated() {
		assertThat(Scoring.rate(this.sheet, "q-2", "interviewer-1", SOLID, minute(6)))
			.isEqualTo(new Outcome.NotServed<>());
	}

	@Test
	void aQuestionThatWasNotServedBeforeTheClosingNeverWillBe() {
		this.sheet = happened(this.sheet, envelope(closed("int-1", "cand-1", InterviewOutcome.COMPLETED, 30)));
		assertThat(Scoring.rate(this.sheet, "q-2", "interviewer-1", SOLID, minute(31)))
			.as("its event may be on its way")
			.isEqualTo(new Outcome.NotServed<>());
		assertThat(Scoring.rate(this.sheet, "q-2", "interviewer-1", SOLID, minute(32)))
			.isEqualTo(new Outcome.NeverServed<>());
		assertThat(Scoring.rate(this.sheet, "q-2", "interviewer-3", SOLID, minute(31)))
			.isEqualTo(new Outcome.NotOnPanel<>());
		this.sheet = happened(this.sheet, envelope(served("int-1", "cand-1", 2, "q-2", 29)));
		assertThat(Scoring.rate(this.sheet, "q-2", "interviewer-1", SOLID, minute(31))).as("its event was late")
			.isInstanceOf(Outcome.Accepted.class);
	}

	@Test
	void aClosedInterviewWithoutAPanelIsStillUnknown() {
		this.sheet = happened(null, envelope(closed("int-1", "cand-1", InterviewOutcome.COMPLETED, 30)));
		assertThat(rate("interviewer-1", SOLID, minute(31))).isEqualTo(new Outcome.UnknownInterview<>());
	}

	@Test
	void nothingIsGivenOnceTheCandidateWasForgotten() {
		this.sheet = this.sheet.forget(minute(10));
		assertThat(rate("interviewer-1", SOLID, minute(11))).isEqualTo(new Outcome.Forgotten<>());
		assertThat(recommend("interviewer-1", YES, minute(11))).isEqualTo(new Outcome.Forgotten<>());
	}

	@Test
	void anUnknownInterviewIsNotRated() {
		InterviewSheet blank = InterviewSheet.blank("cand-1", "int-1");
		assertThat(Scoring.rate(blank, "q-1", "interviewer-1", SOLID, minute(6)))
			.isEqualTo(new Outcome.UnknownInterview<>());
		assertThat(Scoring.rate(null, "q-1", "interviewer-1", SOLID, minute(6)))
			.isEqualTo(new Outcome.UnknownInterview<>());
		assertThat(Scoring.recommend(null, "interviewer-1", YES, minute(6)))
			.isEqualTo(new Outcome.UnknownInterview<>());
	}

	@Test
	void keyPointsMustBeTheQuestions() {
		assertThat(rate("interviewer-1", new RatingContent(3, false, List.of("prefetch", "other"), null), minute(6)))
			.isEqualTo(new Outcome.UnknownKeyPoints<>(List.of("other")));
	}

	@Test
	void aClosedInterviewCanStillBeCorrected() {
		this.sheet = happened(this.sheet, envelope(closed("int-1", "cand-1", InterviewOutcome.COMPLETED, 30)));
		assertThat(accepted(rate("interviewer-1", SOLID, minute(31))).event())
			.isEqualTo(published(SOLID, 1, minute(31)));
		assertThat(accepted(recommend("interviewer-1", YES, minute(32))).event()).isEqualTo(new RecommendationGiven(
				"int-1", "cand-1", "interviewer-1", Overall.YES, "Knows the ORM.", 1, minute(32)));
	}

	@Test
	void aRecommendationHasRevisionsToo() {
		assertThat(accepted(recommend("interviewer-1", YES, minute(6))).event()).isEqualTo(new RecommendationGiven(
				"int-1", "cand-1", "interviewer-1", Overall.YES, "Knows the ORM.", 1, minute(6)));
		var same = accepted(recommend("interviewer-1", YES, minute(7)));
		assertThat(same.event()).isNull();
		assertThat(same.contribution().revision()).isEqualTo(1);
		var changed = accepted(recommend("interviewer-1", new RecommendationContent(Overall.NO, null), minute(8)));
		assertThat(changed.contribution().revision()).isEqualTo(2);
		assertThat(changed.previous()).isEqualTo(1);
		assertThat(changed.sheet().sheet().recommendations()).hasSize(1);
	}

	private static InterviewSheet happened(@Nullable InterviewSheet sheet, Envelope envelope) {
		return Objects.requireNonNull(InterviewSheet.fold(sheet, envelope));
	}

	private Outcome<Rating> rate(String caller, RatingContent ratingContent, Instant now) {
		return Scoring.rate(this.sheet, "q-1", caller, ratingContent, now);
	}

	private Outcome<Recommendation> recommend(String caller, RecommendationContent recommendationContent, Instant now) {
		return Scoring.recommend(this.sheet, caller, recommendationContent, now);
	}

	private <T extends Contribution> Outcome.Accepted<T> accepted(@Nullable Outcome<T> outcome) {
		assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
		var accepted = (Outcome.Accepted<T>) Objects.requireNonNull(outcome);
		this.sheet = accepted.sheet();
		return accepted;
	}

	@Test
	void aSheetHasTheStoredNamesOfEarlierReleases() {
		accepted(rate("interviewer-1", SOLID, minute(6)));
		Document stored = StateJson.toDocument(this.sheet);
		assertThat(stored.get("sheet", Map.class).keySet()).containsExactly("interviewId", "details", "opened",
				"served", "answers", "recommendations");
		assertThat(StateJson.fromDocument(stored, InterviewSheet.class)).isEqualTo(this.sheet);
	}

	@Test
	void aSheetIsStoredWithWhatListsAreSortedBy() {
		Document stored = StateJson.toDocument(this.sheet);
		assertThat(stored.keySet()).containsExactlyInAnyOrder("candidateId", "sheet", "panel", "since");
		assertThat(stored.get("panel")).isEqualTo(Interviews.PANEL);
		assertThat(stored.get("since")).isEqualTo(AggregateStores.stored(minute(0)));
		assertThat(StateJson.toDocument(this.sheet.forget(minute(10))).get("panel")).isEqualTo(List.of());
	}

}
