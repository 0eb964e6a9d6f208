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
		History history = History.of("c")
			.at(9)
			.revision(1)
			.scored("iv", "q", "ann", 1)
			.at(3)
			.revision(2)
			.scored("iv", "q", "ann", 4);
		assertThat(rating(history.card())).isEqualTo(4);
		assertThat(rating(Folding.fold("c", history.events().reversed()))).isEqualTo(4);
	}

	@Test
	void ofTwoContentsWithOneRevisionTheLaterCounts() {
		History history = History.of("c")
			.at(9)
			.id("a")
			.scored("iv", "q", "ann", 4)
			.at(3)
			.id("z")
			.scored("iv", "q", "ann", 1);
		assertThat(rating(history.card())).isEqualTo(4);
		assertThat(rating(Folding.fold("c", history.events().reversed()))).isEqualTo(4);
	}

	@Test
	void ofTwoContentsWithOneRevisionAndTimeTheGreaterIdCounts() {
		History history = History.of("c")
			.at(3)
			.id("b")
			.scored("iv", "q", "ann", 4)
			.at(3)
			.id("a")
			.scored("iv", "q", "ann", 1);
		assertThat(rating(history.card())).isEqualTo(4);
		assertThat(rating(Folding.fold("c", history.events().reversed()))).isEqualTo(4);
	}

	@Test
	void oneIdUsedForTwoContentsIsTheSameInAnyOrder() {
		History history = History.of("c")
			.at(3)
			.id("a")
			.scored("iv", "q", "ann", 4)
			.at(3)
			.id("a")
			.scored("iv", "q", "ann", 1);
		assertThat(history.card()).isEqualTo(Folding.fold("c", history.events().reversed()));
	}

	@Test
	void aRepetitionChangesNothing() {
		History history = full();
		CardState card = history.card();
		assertThat(Folding.fold(card, history.events())).isSameAs(card);
	}

	@Test
	void membersAndQuestionsAndInterviewsAreKeptApart() {
		CardState card = History.of("c")
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
		History history = History.of("c")
			.at(5)
			.target(Level.SENIOR)
			.opened("iv", 7)
			.at(2)
			.target(Level.JUNIOR)
			.served("iv", "q", Level.MID);
		assertThat(history.scorecard().interviews().getFirst().targetLevel()).isEqualTo(Level.SENIOR);
		assertThat(history.at(8).target(Level.MID).served("iv", "r", Level.MID).scorecard().interviews().getFirst())
			.returns(Level.MID, Scorecard.Interview::targetLevel);
	}

	@Test
	void theNameIsTheLatest() {
		History history = History.of("c").at(5).profiled("New").at(2).profiled("Old");
		assertThat(history.scorecard().candidate().name()).isEqualTo("New");
	}

	@Test
	void everyNewNameIsANewVersionHoweverOftenItChanges() {
		History history = History.of("c");
		IntStream.range(0, 40).forEach((i) -> history.profiled("Name " + i));
		CardState card = CardState.unknown("c");
		for (Envelope event : history.events()) {
			CardState next = card.apply(event);
			assertThat(next.version()).isGreaterThan(card.version());
			card = next;
		}
	}

	@Test
	void oneRevisionRemembersSixteenClaims() {
		History history = History.of("c");
		IntStream.range(0, 40).forEach((i) -> history.scored("iv", "q", "ann", 1 + i % 4));
		Register<RatingEntry.RatingContent> given = history.card()
			.interviews()
			.getFirst()
			.ratings()
			.getFirst()
			.content();
		assertThat(given.claims()).hasSize(16);
		assertThat(given.weight()).isEqualTo(16 + 15);
		assertThat(given.claims().stream().skip(1)).allMatch((claim) -> claim.value() == null);
	}

	@Test
	void revisionsThatWereCorrectedAreNotKept() {
		History history = History.of("c")
			.revision(1)
			.scored("iv", "q", "ann", 1)
			.revision(2)
			.scored("iv", "q", "ann", 2);
		assertThat(history.card().interviews().getFirst().ratings().getFirst().content().claims()).hasSize(1);
		assertThat(Folding.fold("c", history.events().reversed())).isEqualTo(history.card());
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
		History history = full().forgotten();
		CardState card = history.card();
		List<Envelope> again = history.events();
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
		History history = History.of("c")
			.at(5)
			.revision(2)
			.scored("iv", "q", "ann", 4)
			.at(10)
			.revision(1)
			.scored("iv", "q", "ann", 1)
			.at(7)
			.forgotten();
		assertThat(rating(history.card())).isEqualTo(1);
		assertThat(history.card()).isEqualTo(Folding.fold("c", history.events().reversed()));
	}

	@Test
	void theTimeIsThatOfTheLatestEventThatTheCardHolds() {
		CardState card = History.of("c").at(30).closed("iv").at(20).scored("iv", "q", "ann", 1).card();
		assertThat(card.updatedAt()).contains(History.START.plusSeconds(30));
	}

	static History full() {
		return History.of("c")
			.profiled("Ada")
			.opened("iv")
			.served("iv", "q", Level.MID)
			.scored("iv", "q", "ann", 3)
			.recommended("iv", "ann", Overall.YES)
			.closed("iv");
	}

	private static Integer rating(CardState card) {
		return java.util.Objects
			.requireNonNull(card.interviews().getFirst().ratings().getFirst().content().value().rating());
	}

}
