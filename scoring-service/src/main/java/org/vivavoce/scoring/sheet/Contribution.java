package org.vivavoce.scoring.sheet;

import java.time.Instant;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * A rating or a recommendation of a panel member.
 */
public interface Contribution {

	/**
	 * Two copies of a sheet may hold one revision with two contents: then the later one
	 * counts, and what it says where the times are equal, too.
	 */
	Comparator<Contribution> ORDER = Comparator.comparingInt(Contribution::revision)
		.thenComparing(Contribution::at)
		.thenComparing(Object::toString);

	String interviewer();

	/**
	 * From 1, higher with every change by the same interviewer.
	 */
	int revision();

	/**
	 * When this revision was given.
	 */
	Instant at();

	/**
	 * The time of what it was given for: it is forgotten together with that, even where
	 * it was given a moment later.
	 */
	Instant about();

	default boolean after(Instant time) {
		return at().isAfter(time) && about().isAfter(time);
	}

	default boolean supersedes(@Nullable Contribution known) {
		return known == null || ORDER.compare(this, known) > 0;
	}

}
