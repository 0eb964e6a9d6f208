package org.vivavoce.scoring.sheet;

import java.time.Instant;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * A part of a sheet that one event wrote.
 */
interface Stamped {

	/**
	 * Two producers may use one id at one time: then the content decides, so that the
	 * order of arrival never does.
	 */
	Comparator<Stamped> ORDER = Comparator.comparing(Stamped::stamp).thenComparing(Object::toString);

	Stamp stamp();

	default boolean after(Instant time) {
		return stamp().at().isAfter(time);
	}

	/**
	 * The one that counts of what is known and what comes in.
	 */
	static <T extends Stamped> T latest(@Nullable T known, T incoming) {
		return (known != null && ORDER.compare(known, incoming) >= 0) ? known : incoming;
	}

	/**
	 * What stays when everything up to a time is forgotten.
	 */
	static <T extends Stamped> @Nullable T after(@Nullable T known, Instant time) {
		return (known != null && known.after(time)) ? known : null;
	}

}
