package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

/**
 * Sorted immutable lists with one entry per natural key.
 */
final class Entries {

	private Entries() {
	}

	static <T> @Nullable T find(List<T> sorted, T like, Comparator<? super T> order) {
		int index = Collections.binarySearch(sorted, like, order);
		return (index >= 0) ? sorted.get(index) : null;
	}

	/**
	 * The list with this entry in the place of its key; the same list when it holds that
	 * very entry already.
	 */
	static <T> List<T> with(List<T> sorted, T entry, Comparator<? super T> order) {
		int index = Collections.binarySearch(sorted, entry, order);
		if (index >= 0 && sorted.get(index) == entry) {
			return sorted;
		}
		List<T> changed = new ArrayList<>(sorted);
		if (index >= 0) {
			changed.set(index, entry);
		}
		else {
			changed.add(-index - 1, entry);
		}
		return List.copyOf(changed);
	}

	/**
	 * The entries that are left when all up to a time is forgotten.
	 */
	static <T> List<T> after(List<T> sorted, Instant forgotten, BiFunction<T, Instant, @Nullable T> after) {
		return sorted.stream().map((entry) -> after.apply(entry, forgotten)).filter(Objects::nonNull).toList();
	}

}
