package org.vivavoce.scoring.sheet;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Immutable lists in which each entry has a key of its own and a fixed place.
 */
final class Entries {

	private Entries() {
	}

	static <T> Optional<T> find(List<T> entries, Predicate<T> key) {
		return entries.stream().filter(key).findFirst();
	}

	/**
	 * The list with this entry in place of the one with its key.
	 * @param key which entry is replaced, if it is there
	 */
	static <T> List<T> put(List<T> entries, Predicate<T> key, T entry, Comparator<T> order) {
		return Stream.concat(entries.stream().filter(key.negate()), Stream.of(entry)).sorted(order).toList();
	}

	/**
	 * The entries that stay.
	 * @return the same list when all do
	 */
	static <T> List<T> keep(List<T> entries, Predicate<T> stays) {
		return entries.stream().allMatch(stays) ? entries : entries.stream().filter(stays).toList();
	}

}
