package org.vivavoce.report.scorecard;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.Overall;

import static org.assertj.core.api.Assertions.assertThat;

class FoldTests {

	@Test
	void theHigherRevisionCountsEvenWhenItIsOlder() {
		Story story = Story.of("c")
			.at(9)
			.revision(1)
			.scored("iv", "q", "ann", 1)
			.at(3)
			.revision(2)
			.scored("iv", "q", "ann", 4);
		assertThat(rating(story.card())).isEqualTo(4);
		assertThat(rating(Folding.fold("c", story.events().reversed()))).isEqualTo(4);
	}

	@Test
	void ofTwoContentsWithOneRevisionTheLaterCounts() {
		Story story = Story.of("c").at(9).id("a").scored("iv", "q", "ann", 4).at(3).id("z").scored("iv", "q", "ann", 1);
		assertThat(rating(story.card())).isEqualTo(4);
		assertThat(rating(Folding.fold("c", story.events().reversed()))).isEqualTo(4);
	}

	@Test
	void ofTwoContentsWithOneRevisionAndTimeTheGreaterIdCounts() {
		Story story = Story.of("c").at(3).id("b").scored("iv", "q", "ann", 4).at(3).id("a").scored("iv", "q", "ann", 1);
		assertThat(rating(story.card())).isEqualTo(4);
		assertThat(rating(Folding.fold("c", story.events().reversed()))).isEqualTo(4);
	}

	@Test
	void oneIdUsedForTwoContentsIsTheSameInAnyOrder() {
		Story story = Story.of("c").at(3).id("a").scored("iv", "q", "ann", 4).at(3).id("a").scored("iv", "q", "ann", 1);
		assertThat(story.card()).isEqualTo(Folding.fold("c", story.events().reversed()));
	}

	@Test
	void aRepetitionChangesNothing() {
		Story story = full();
		CardState card = story.card();
		assertThat(Folding.fold(card, story.events())).isSameAs(card);
	}

	@Test
	void membersAndQuestionsAndInterviewsAreKeptApart() {
		CardState card = Story.of("c")
			.scored("iv", "q", "ann", 1)
			.scored("iv", "q", "ben", 2)
			.scored("iv", "r", "ann", 3)
			.scored("iw", "q", "ann", 4)
			.card();
		assertThat(card.interviews()).hasSize(2);
		assertThat(card.interviews().getFirst().ratings()).hasSize(3);
	}

	@Test
	void factsComeFromTheLatestOfOpenedAndServed() {
		Story story = Story.of("c")
			.at(5)
			.target(Level.SENIOR)
			.opened("iv", 7)
			.at(2)
			.target(Level.JUNIOR)
			.served("iv", "q", Level.MID);
		assertThat(story.scorecard().interviews().getFirst().targetLevel()).isEqualTo(Level.SENIOR);
		assertThat(story.at(8).target(Level.MID).served("iv", "r", Level.MID).scorecard().interviews().getFirst())
			.returns(Level.MID, Scorecard.Interview::targetLevel);
	}

	@Test
	void theNameIsTheLatest() {
		Story story = Story.of("c").at(5).profiled("New").at(2).profiled("Old");
		assertThat(story.scorecard().candidate().name()).isEqualTo("New");
	}

	@Test
	void everyNewNameIsANewVersionHoweverOftenItChanges() {
		Story story = Story.of("c");
		IntStream.range(0, 40).forEach((i) -> story.profiled("Name " + i));
		CardState card = CardState.unknown("c");
		for (Envelope event : story.events()) {
			CardState next = card.apply(event);
			assertThat(next.version()).isGreaterThan(card.version());
			card = next;
		}
	}

	@Test
	void oneRevisionRemembersSixteenClaims() {
		Story story = Story.of("c");
		IntStream.range(0, 40).forEach((i) -> story.scored("iv", "q", "ann", 1 + i % 4));
		Register<RatingEntry.Given> given = story.card().interviews().getFirst().ratings().getFirst().given();
		assertThat(given.claims()).hasSize(16);
		assertThat(given.weight()).isEqualTo(16 + 15);
		assertThat(given.claims().stream().skip(1)).allMatch((claim) -> claim.value() == null);
	}

	@Test
	void revisionsThatWereCorrectedAreNotKept() {
		Story story = Story.of("c").revision(1).scored("iv", "q", "ann", 1).revision(2).scored("iv", "q", "ann", 2);
		assertThat(story.card().interviews().getFirst().ratings().getFirst().given().claims()).hasSize(1);
		assertThat(Folding.fold("c", story.events().reversed())).isEqualTo(story.card());
	}

	@Test
	void aForgottenCandidateIsGoneWithAllThatWasBefore() {
		CardState card = full().forgotten().card();
		assertThat(card.exists()).isFalse();
		assertThat(new Grading(ScoringRules.DEFAULTS).grade(card)).isEmpty();
		assertThat(JsonMapper.shared().writeValueAsString(card)).doesNotContain("Ada", "iv", "ann", "What about");
	}

	@Test
	void lateAndRepeatedEventsDoNotBringAForgottenCandidateBack() {
		Story story = full().forgotten();
		CardState card = story.card();
		List<Envelope> again = story.events();
		assertThat(Folding.fold(card, again)).isSameAs(card);
		assertThat(Folding.fold("c", again.reversed())).isEqualTo(card);
	}

	@Test
	void whatComesAfterForgettingStartsANewCard() {
		Scorecard card = full().forgotten().served("iw", "q", Level.MID).scorecard();
		assertThat(card.candidate().name()).isNull();
		assertThat(card.interviews()).extracting(Scorecard.Interview::id).containsExactly("iw");
	}

	@Test
	void anOlderButLaterClaimCountsAgainOnceTheHigherRevisionIsForgotten() {
		Story story = Story.of("c")
			.at(5)
			.revision(2)
			.scored("iv", "q", "ann", 4)
			.at(10)
			.revision(1)
			.scored("iv", "q", "ann", 1)
			.at(7)
			.forgotten();
		assertThat(rating(story.card())).isEqualTo(1);
		assertThat(story.card()).isEqualTo(Folding.fold("c", story.events().reversed()));
	}

	@Test
	void theTimeIsThatOfTheLatestEventThatTheCardHolds() {
		CardState card = Story.of("c").at(30).closed("iv").at(20).scored("iv", "q", "ann", 1).card();
		assertThat(card.updatedAt()).contains(Story.START.plusSeconds(30));
	}

	static Story full() {
		return Story.of("c")
			.profiled("Ada")
			.opened("iv")
			.served("iv", "q", Level.MID)
			.scored("iv", "q", "ann", 3)
			.recommended("iv", "ann", Overall.YES)
			.closed("iv");
	}

	private static Integer rating(CardState card) {
		return java.util.Objects
			.requireNonNull(card.interviews().getFirst().ratings().getFirst().given().value().rating());
	}

}
