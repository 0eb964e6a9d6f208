package org.vivavoce.report.live;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.vivavoce.contracts.Level;
import org.vivavoce.report.scorecard.Grading;
import org.vivavoce.report.scorecard.History;
import org.vivavoce.report.scorecard.ScoringRules;

import static org.assertj.core.api.Assertions.assertThat;

class ClientBufferTests {

	private static final Grading GRADING = new Grading(ScoringRules.DEFAULTS);

	@Test
	void aSlowClientGetsOnlyTheLatestOfEachCard() {
		ClientBuffer clientBuffer = new ClientBuffer(null, 10);
		StepVerifier.create(clientBuffer.cards().map((card) -> card.candidateId() + " " + card.version()), 0)
			.then(() -> {
				clientBuffer.offer(card("a", 1));
				clientBuffer.offer(card("b", 1));
				clientBuffer.offer(card("a", 3));
				clientBuffer.offer(card("a", 2));
			})
			.thenRequest(1)
			.expectNext("a 48")
			.then(() -> clientBuffer.offer(card("b", 2)))
			.thenRequest(5)
			.expectNext("b 32")
			.then(() -> clientBuffer.offer(card("c", 1)))
			.expectNext("c 16")
			.thenCancel()
			.verify();
	}

	@Test
	void whatComesBeforeTheClientWaits() {
		ClientBuffer clientBuffer = new ClientBuffer("a", 10);
		clientBuffer.offer(card("a", 1));
		StepVerifier.create(clientBuffer.cards()).expectNextCount(1).thenCancel().verify();
	}

	@Test
	void aClientThatFallsTooFarBehindIsSentAway() {
		ClientBuffer clientBuffer = new ClientBuffer(null, 2);
		StepVerifier.create(clientBuffer.cards(), 0)
			.then(() -> IntStream.range(0, 3).forEach((i) -> clientBuffer.offer(card("c" + i, 1))))
			.expectComplete()
			.verify();
	}

	@Test
	void thousandsOfWaitingCardsAreTakenWithoutDeepCalls() {
		ClientBuffer clientBuffer = new ClientBuffer(null, 100_000);
		IntStream.range(0, 50_000).forEach((i) -> clientBuffer.offer(card("c" + i, 1)));
		StepVerifier.create(clientBuffer.cards().limitRate(1)).expectNextCount(50_000).thenCancel().verify();
	}

	@Test
	void aClientGetsOnlyTheCandidateThatItFollows() {
		assertThat(new ClientBuffer("a", 1).wants("a")).isTrue();
		assertThat(new ClientBuffer("a", 1).wants("b")).isFalse();
		assertThat(new ClientBuffer(null, 1).wants("b")).isTrue();
	}

	static LiveCard card(String candidate, int questions) {
		History history = History.of(candidate);
		IntStream.range(0, questions).forEach((i) -> history.served("iv", "q" + i, Level.MID));
		return new LiveCard(history.card(), GRADING);
	}

}
