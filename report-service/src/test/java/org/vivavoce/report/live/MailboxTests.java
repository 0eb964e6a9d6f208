package org.vivavoce.report.live;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.vivavoce.contracts.Level;
import org.vivavoce.report.scorecard.Grading;
import org.vivavoce.report.scorecard.ScoringRules;
import org.vivavoce.report.scorecard.Story;

import static org.assertj.core.api.Assertions.assertThat;

class MailboxTests {

	private static final Grading GRADING = new Grading(ScoringRules.DEFAULTS);

	@Test
	void aSlowClientGetsOnlyTheLatestOfEachCard() {
		Mailbox mailbox = new Mailbox(null, 10);
		StepVerifier.create(mailbox.cards().map((card) -> card.candidateId() + " " + card.version()), 0).then(() -> {
			mailbox.offer(card("a", 1));
			mailbox.offer(card("b", 1));
			mailbox.offer(card("a", 3));
			mailbox.offer(card("a", 2));
		})
			.thenRequest(1)
			.expectNext("a 48")
			.then(() -> mailbox.offer(card("b", 2)))
			.thenRequest(5)
			.expectNext("b 32")
			.then(() -> mailbox.offer(card("c", 1)))
			.expectNext("c 16")
			.thenCancel()
			.verify();
	}

	@Test
	void whatComesBeforeTheClientWaits() {
		Mailbox mailbox = new Mailbox("a", 10);
		mailbox.offer(card("a", 1));
		StepVerifier.create(mailbox.cards()).expectNextCount(1).thenCancel().verify();
	}

	@Test
	void aClientThatFallsTooFarBehindIsSentAway() {
		Mailbox mailbox = new Mailbox(null, 2);
		StepVerifier.create(mailbox.cards(), 0)
			.then(() -> IntStream.range(0, 3).forEach((i) -> mailbox.offer(card("c" + i, 1))))
			.expectComplete()
			.verify();
	}

	@Test
	void thousandsOfWaitingCardsAreTakenWithoutDeepCalls() {
		Mailbox mailbox = new Mailbox(null, 100_000);
		IntStream.range(0, 50_000).forEach((i) -> mailbox.offer(card("c" + i, 1)));
		StepVerifier.create(mailbox.cards().limitRate(1)).expectNextCount(50_000).thenCancel().verify();
	}

	@Test
	void aMailboxKnowsWhatItWants() {
		assertThat(new Mailbox("a", 1).wants("a")).isTrue();
		assertThat(new Mailbox("a", 1).wants("b")).isFalse();
		assertThat(new Mailbox(null, 1).wants("b")).isTrue();
	}

	static LiveCard card(String candidate, int questions) {
		Story story = Story.of(candidate);
		IntStream.range(0, questions).forEach((i) -> story.served("iv", "q" + i, Level.MID));
		return new LiveCard(story.card(), GRADING);
	}

}
