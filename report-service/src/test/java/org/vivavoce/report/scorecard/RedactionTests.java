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
		Story closed = open().closed("iv");
		assertThat(closed.seenBy("ann")).isEqualTo(closed.scorecard());
	}

	@Test
	void otherInterviewsAreNotHidden() {
		Story story = open().panel("cy").opened("iw").served("iw", "s", Level.MID).scored("iw", "s", "cy", 4);
		assertThat(story.seenBy("ann").interviews().getLast()).isEqualTo(story.scorecard().interviews().getLast());
	}

	@Test
	void whoRatesSitsOnThePanelWhileThePanelIsUnknown() {
		Story story = Story.of("c").scored("iv", "q", "ann", 2).scored("iv", "q", "ben", 4);
		assertThat(story.seenBy("ann").interviews().getFirst().answers().getFirst().ratings()).hasSize(1);
		assertThat(Redaction.blind(story.card())).containsExactly("ann", "ben");
	}

	@Test
	void theIndexNamesWhoMustNotLearnFromTheOrderOfAList() {
		CardIndex index = java.util.Objects
			.requireNonNull(CardDocument.of(open().card(), new Grading(ScoringRules.DEFAULTS)).index());
		assertThat(index.blindTo()).containsExactly("ann");
		assertThat(index.interviews()).containsExactly(new CardIndex.Subject("django", Level.MID));
		assertThat(index.sortScore()).isEqualTo(66.7);
	}

	private static Story open() {
		return Story.of("c")
			.opened("iv")
			.served("iv", "q", Level.MID)
			.served("iv", "r", Level.MID)
			.scored("iv", "q", "ann", 2)
			.scored("iv", "q", "ben", 4, true)
			.scored("iv", "r", "ben", 3)
			.recommended("iv", "ben", Overall.NO);
	}

}
