package org.vivavoce.report.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.store.StateJson;
import org.vivavoce.report.generation.Generations.PublishingMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GenerationsTests {

	private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

	private static final Duration GRACE = Duration.ofSeconds(20);

	private static final GenerationDifferences SAME = new GenerationDifferences(5, 5, 0, 0, 0, List.of(), NOW);

	private static final GenerationDifferences OTHER = new GenerationDifferences(5, 4, 1, 0, 0, List.of("c-1"), NOW);

	private final Generations started = Generations.FIRST.start("ann", NOW, false, List.of());

	private final Generations caughtUp = this.started.seeded(2).keepsUp(2, true, NOW);

	private final Generations swapped = this.caughtUp.compared(2, SAME).swap("ann", NOW, GRACE);

	@Test
	void nothingIsFoldedBeforeItIsKnownWhoWasForgotten() {
		assertThat(this.started.folded()).containsExactly(1);
		assertThat(this.started.seeded(2).folded()).containsExactly(1, 2);
	}

	@Test
	void oneRebuildAtATime() {
		refused(this.started, (now) -> now.start("ben", NOW, true, List.of()));
	}

	@Test
	void aRebuildIsReadOnlyWhenItHasCaughtUpAndIsCompared() {
		refused(this.started, (now) -> now.swap("ann", NOW, GRACE));
		refused(this.caughtUp, (now) -> now.swap("ann", NOW, GRACE));
		refused(this.caughtUp.compared(2, SAME).keepsUp(2, false, NOW), (now) -> now.swap("ann", NOW, GRACE));
		assertThat(this.swapped.live()).isEqualTo(2);
	}

	@Test
	void itSwapsByItselfOnlyWhenNothingDiffers() {
		assertThat(this.caughtUp.compared(2, SAME).building()).matches((build) -> build.swapsByItself());
		assertThat(this.caughtUp.compared(2, OTHER).building()).matches((build) -> !build.swapsByItself());
		Generations manual = Generations.FIRST.start("ann", NOW, true, List.of()).keepsUp(2, true, NOW);
		assertThat(manual.compared(2, SAME).building()).matches((build) -> !build.swapsByItself());
	}

	@Test
	void theLiveOneTellsAndThePreviousOneForAWhile() {
		assertThat(this.caughtUp.publishingMode(1, NOW, GRACE)).isEqualTo(PublishingMode.ACTIVE);
		assertThat(this.caughtUp.publishingMode(2, NOW, GRACE)).isEqualTo(PublishingMode.OFF);
		assertThat(this.swapped.publishingMode(2, NOW, GRACE)).isEqualTo(PublishingMode.ACTIVE);
		assertThat(this.swapped.publishingMode(1, NOW.plusSeconds(19), GRACE)).isEqualTo(PublishingMode.DRAINING);
		assertThat(this.swapped.publishingMode(1, NOW.plusSeconds(20), GRACE)).isEqualTo(PublishingMode.OFF);
		assertThat(this.swapped.publishAt()).isEqualTo(NOW.plus(GRACE));
	}

	@Test
	void onePastGenerationIsKeptToGoBackTo() {
		Generations back = this.swapped.rollBack("ben", NOW, GRACE);
		assertThat(back.live()).isEqualTo(1);
		assertThat(back.folded()).containsExactly(1, 2);
		assertThat(back.rollBack("ben", NOW, GRACE).live()).isEqualTo(2);
		refused(Generations.FIRST, (now) -> now.rollBack("ben", NOW, GRACE));
		Generations next = this.swapped.start("ann", NOW, false, List.of());
		assertThat(next.retired()).extracting(Generations.Retired::generation).containsExactly(1);
		refused(next, (now) -> now.rollBack("ben", NOW, GRACE));
	}

	@Test
	void whatIsCancelledOrDiscardedIsDroppedAndItsNumberIsNotGivenAgain() {
		Generations cancelled = this.started.cancel("ben", NOW);
		assertThat(cancelled.folded()).containsExactly(1);
		assertThat(cancelled.retired()).extracting(Generations.Retired::generation).containsExactly(2);
		assertThat(cancelled.dropped(2).retired()).isEmpty();
		assertThat(cancelled.dropped(2).start("ann", NOW, false, List.of()).building())
			.matches((build) -> build.generation() == 3);
		assertThat(this.swapped.discard(NOW).retired()).extracting(Generations.Retired::generation).containsExactly(1);
		refused(cancelled, (now) -> now.cancel("ben", NOW));
		refused(cancelled, (now) -> now.discard(NOW));
	}

	@Test
	void whatComesTooLateForABuildChangesNothing() {
		Generations cancelled = this.started.cancel("ben", NOW);
		assertThat(cancelled.seeded(2)).isEqualTo(cancelled);
		assertThat(cancelled.keepsUp(2, true, NOW)).isEqualTo(cancelled);
		assertThat(cancelled.compared(2, SAME)).isEqualTo(cancelled);
	}

	private static void refused(Generations now, UnaryOperator<Generations> change) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> change.apply(now))
			.matches((ex) -> ex.type().status().value() == 409);
	}

	@Test
	void aBuildHasTheStoredNamesOfEarlierReleases() {
		Build build = Build.start(2, "ann", NOW, true, List.of(new Build.OffsetRange("answer-scored", 0, 1, 5)));
		Document stored = StateJson.toDocument(build);
		assertThat(stored.keySet()).containsExactly("generation", "startedBy", "startedAt", "manual", "stretches",
				"seeded");
		assertThat(StateJson.fromDocument(stored, Build.class)).isEqualTo(build);
	}

}
