package org.vivavoce.question.editing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.web.Cursor;
import org.vivavoce.platform.web.Limits;

/**
 * Which part of a list of questions that are not asked.
 *
 * @param id of a set, or {@code -} for all
 */
record UnlistedRequest(String id, @Nullable Integer limit, @Nullable String cursor) {

	@Nullable String set() {
		return this.id.equals("-") ? null : this.id;
	}

	int size() {
		return Limits.parse(this.limit);
	}

	UnlistedQuestions.@Nullable Position after() {
		if (this.cursor == null) {
			return null;
		}
		List<Object> place = Cursor.decode(this.cursor, String.class, String.class);
		return new UnlistedQuestions.Position(place.getFirst().toString(), place.getLast().toString());
	}

	static String cursor(String set, String question) {
		return Cursor.encode(List.of(set, question));
	}

}
