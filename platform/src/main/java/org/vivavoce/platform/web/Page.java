package org.vivavoce.platform.web;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor of the next page; null on the last
 */
public record Page<T>(List<T> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

	public Page {
		items = List.copyOf(items);
	}

	/**
	 * A page from one row more than it shows, which tells whether there is a next one.
	 * @param rows at most {@code limit + 1}
	 * @param cursor the cursor behind a row
	 */
	public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> item, Function<R, String> cursor) {
		boolean more = rows.size() > limit;
		List<R> shown = more ? rows.subList(0, limit) : rows;
		return new Page<>(shown.stream().map(item).toList(), more ? cursor.apply(shown.getLast()) : null);
	}

}
