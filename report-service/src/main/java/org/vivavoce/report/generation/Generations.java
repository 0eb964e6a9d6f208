package org.vivavoce.report.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * The generations of the scorecards, as all instances agree on them. Every change is
 * decided here, on one document.
 *
 * @param live the one that is read, from 1
 * @param latest the greatest number given so far; no number is given twice
 * @param building the one that is being made
 * @param previous the one that was live before, kept up to date to go back to it
 * @param retired what nobody needs any more; dropped when every instance knows
 * @param ended how the last rebuild ended
 * @param publishAt when what was published of the scorecards is to be compared with them
 */
public record Generations(int live, int latest, @Nullable Build building, @Nullable Previous previous,
		List<Retired> retired, @Nullable Ended ended, @Nullable Instant publishAt) {

	public Generations {
		retired = List.copyOf(retired);
	}

	/**
	 * The generation that was live before.
	 */
	public record Previous(int generation, Instant since) {

	}

	/**
	 * A generation to be dropped.
	 */
	public record Retired(int generation, Instant at) {

	}

	/**
	 * The end of a rebuild, a swap back included.
	 *
	 * @param generation that was swapped in, given up, or swapped out again
	 * @param build what was built; null after a swap back
	 */
	public record Ended(int generation, End how, String by, Instant at, @Nullable Build build) {

	}

	/**
	 * How a rebuild ends.
	 */
	public enum End {

		@JsonProperty("swapped")
		SWAPPED,

		@JsonProperty("cancelled")
		CANCELLED,

		@JsonProperty("rolled-back")
		ROLLED_BACK

	}

	/**
	 * Whether a generation publishes {@code scorecard-updated}.
	 */
	public enum PublishingMode {

		/** It is live, and publishes its own changes. */
		ACTIVE,
		/**
		 * It was live a moment ago: for what it folds, it publishes the state of the live
		 * one.
		 */
		DRAINING,
		/** It publishes nothing. */
		OFF

	}

	/**
	 * Before the first rebuild.
	 */
	public static final Generations FIRST = new Generations(1, 1, null, null, List.of(), null, null);

	/**
	 * How a generation publishes.
	 * @param grace for so long the previous one goes on after a swap
	 */
	public PublishingMode publishingMode(int generation, Instant now, Duration grace) {
		if (generation == this.live) {
			return PublishingMode.ACTIVE;
		}
		boolean draining = this.previous != null && this.previous.generation() == generation
				&& now.isBefore(this.previous.since().plus(grace));
		return draining ? PublishingMode.DRAINING : PublishingMode.OFF;
	}

	/**
	 * The generations that are folded.
	 */
	public Set<Integer> folded() {
		Set<Integer> folded = new TreeSet<>(Set.of(this.live));
		Stream.ofNullable(this.previous).forEach((each) -> folded.add(each.generation()));
		Stream.ofNullable(this.building).filter(Build::seeded).forEach((each) -> folded.add(each.generation()));
		return folded;
	}

	/**
	 * Begin a rebuild; the one before is not gone back to any more.
	 */
	public Generations start(String by, Instant now, boolean manual, List<Build.OffsetRange> ranges) {
		if (this.building != null) {
			throw conflict("Generation " + this.building.generation() + " is being built already");
		}
		int next = this.latest + 1;
		return new Generations(this.live, next, Build.start(next, by, now, manual, ranges), null,
				retiring((this.previous != null) ? this.previous.generation() : null, now), this.ended, this.publishAt);
	}

	/**
	 * Change the build of that generation; nothing when it is over meanwhile.
	 */
	private Generations build(int generation, java.util.function.UnaryOperator<Build> change) {
		if (this.building == null || this.building.generation() != generation) {
			return this;
		}
		return new Generations(this.live, this.latest, change.apply(this.building), this.previous, this.retired,
				this.ended, this.publishAt);
	}

	public Generations seeded(int generation) {
		return build(generation, Build::withSeed);
	}

	/**
	 * The build keeps up with the topics now, or no longer.
	 */
	public Generations keepsUp(int generation, boolean keepsUp, Instant now) {
		return build(generation,
				(build) -> (keepsUp == (build.caughtUpAt() != null)) ? build : build.caughtUp(keepsUp ? now : null));
	}

	public Generations compared(int generation, GenerationDifferences comparison) {
		return build(generation, (build) -> build.with(comparison));
	}

	/**
	 * Read the new generation from now on.
	 * @param grace after which the published records are compared
	 */
	public Generations swap(String by, Instant now, Duration grace) {
		Build build = building("swap to");
		if (build.caughtUpAt() == null || build.compared() == null) {
			throw conflict("Generation " + build.generation()
					+ ((build.caughtUpAt() == null) ? " has not caught up yet" : " is still being compared"))
				.retryAfter(Duration.ofSeconds(5));
		}
		return new Generations(build.generation(), this.latest, null, new Previous(this.live, now), this.retired,
				new Ended(build.generation(), End.SWAPPED, by, now, build.ended()), now.plus(grace));
	}

	/**
	 * Read the previous generation again; the one that is live now is kept.
	 */
	public Generations rollBack(String by, Instant now, Duration grace) {
		if (this.previous == null) {
			throw conflict("No previous generation is kept");
		}
		int back = this.previous.generation();
		return new Generations(back, this.latest, this.building, new Previous(this.live, now), this.retired,
				new Ended(this.live, End.ROLLED_BACK, by, now, null), now.plus(grace));
	}

	/**
	 * Give up what is being built.
	 */
	public Generations cancel(String by, Instant now) {
		Build build = building("cancel");
		return new Generations(this.live, this.latest, null, this.previous, retiring(build.generation(), now),
				new Ended(build.generation(), End.CANCELLED, by, now, build.ended()), this.publishAt);
	}

	/**
	 * Keep the previous generation no longer.
	 */
	public Generations discard(Instant now) {
		if (this.previous == null) {
			throw conflict("No previous generation is kept");
		}
		return new Generations(this.live, this.latest, this.building, null, retiring(this.previous.generation(), now),
				this.ended, this.publishAt);
	}

	/**
	 * A retired generation is gone.
	 */
	public Generations dropped(int generation) {
		return new Generations(this.live, this.latest, this.building, this.previous,
				this.retired.stream().filter((each) -> each.generation() != generation).toList(), this.ended,
				this.publishAt);
	}

	/**
	 * The comparison of the published records has been requested.
	 */
	public Generations withoutPublishAt() {
		return new Generations(this.live, this.latest, this.building, this.previous, this.retired, this.ended, null);
	}

	private Build building(String what) {
		if (this.building == null) {
			throw conflict("There is nothing to " + what + ": no generation is being built");
		}
		return this.building;
	}

	private List<Retired> retiring(@Nullable Integer generation, Instant now) {
		return (generation == null) ? this.retired
				: Stream.concat(this.retired.stream(), Stream.of(new Retired(generation, now))).toList();
	}

	private static ProblemException conflict(String detail) {
		return new ProblemException(ProblemTypes.CONFLICT, detail);
	}

}
