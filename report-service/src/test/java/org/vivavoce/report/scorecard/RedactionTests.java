package org.vivavoce.report.scorecard;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Coverage;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.Overall;

import static org.assertj.core.api.Assertions.assertThat;

class RedactionTests {

	@Test
	void aPanelMemberOfAnOpenInterviewSeesOnlyTheOwnRatings() {
		Scorecard seen = open().seenBy("ann");
		assertThat(seen.interviews().getFirst().answers().getFirst().ratings())
			.extracting(Scorecard.Rating::interviewer)
			.containsExactly("ann");
		assertThat(seen.interviews().getFirst().recommendations()).isEmpty();
	}

	@Test
	void noFigureFollowsFromWhatIsHidden() {
		Scorecard seen = open().seenBy("ann");
		assertThat(seen.score()).isEqualTo(33.3);
		assertThat(seen.redFlags()).isEmpty();
		assertThat(seen.coverage()).isEqualTo(new Coverage(3, 2, 1));
		assertThat(seen.levels().getFirst().score()).isEqualTo(33.3);
		assertThat(seen.topics().getFirst().scored()).isEqualTo(1);
		assertThat(seen.interviews().getFirst().score()).isEqualTo(33.3);
		assertThat(seen.interviews().getFirst().answers().getLast().score()).isNull();
	}

	@Test
	void whatOthersThinkMakesNoDifferenceToWhatIsSeen() {
		Scorecard one = open().scored("iv", "r", "ben", 1).seenBy("ann");
		Scorecard other = open().scored("iv", "r", "ben", 4).seenBy("ann");
		assertThat(one).isEqualTo(other);
	}

	@Test
	void versionAndTimeAreThoseOfTheWhole() {
		assertThat(open().seenBy("ann")).returns(open().scorecard().version(), Scorecard::version)
			.returns(open().scorecard().updatedAt(), Scorecard::updatedAt);
	}

	@Test
	void whoeverHasRecommendedSeesEverything() {
		assertThat(open().seenBy("ben")).isEqualTo(open().scorecard());
	}

	@Test
	void whoeverIsNotOnThePanelSeesEverything() {
		assertThat(open().seenBy("recruiter")).isEqualTo(open().scorecard());
	}

	@Test
	void aClosedInterviewIsSeenByAll() {
		History closed = open().closed("iv");
		assertThat(closed.seenBy("ann")).isEqualTo(closed.scorecard());
	}

	@Test
	void otherInterviewsAreNotHidden() {
		History history = open().panel("cy").opened("iw").served("iw", "s", Level.MID).scored("iw", "s", "cy", 4);
		assertThat(history.seenBy("ann").interviews().getLast()).isEqualTo(history.scorecard().interviews().getLast());
	}

	@Test
	void whoRatesSitsOnThePanelWhileThePanelIsUnknown() {
		History history = History.of("c").scored("iv", "q", "ann", 2).scored("iv", "q", "ben", 4);
		assertThat(history.seenBy("ann").interviews().getFirst().answers().getFirst().ratings()).hasSize(1);
		assertThat(Redaction.restrictedViewers(history.card())).containsExactly("ann", "ben");
	}

	@Test
	void theIndexNamesWhoMustNotLearnFromTheOrderOfAList() {
		CardIndex index = java.util.Objects
			.requireNonNull(CardDocument.of(open().card(), new Grading(ScoringRules.DEFAULTS)).index());
		assertThat(index.restrictedViewers()).containsExactly("ann");
		assertThat(index.interviews()).containsExactly(new CardIndex.Subject("django", Level.MID));
		assertThat(index.sortScore()).isEqualTo(66.7);
	}

	private static History open() {
		return History.of("c")
			.opened("iv")
			.served("iv", "q", Level.MID)
			.served("iv", "r", Level.MID)
			.scored("iv", "q", "ann", 2)
			.scored("iv", "q", "ben", 4, true)
			.scored("iv", "r", "ben", 3)
			.recommended("iv", "ben", Overall.NO);
	}

}
