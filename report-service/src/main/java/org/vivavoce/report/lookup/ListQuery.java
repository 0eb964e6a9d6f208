package org.vivavoce.report.lookup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.JsonNames;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.ScorecardOutcome;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.platform.web.Cursor;
import org.vivavoce.report.scorecard.CardDocument;
import org.vivavoce.report.scorecard.CardIndex;

/**
 * Which scorecards, in which order, from where on.
 *
 * @param minScore 0 to 100
 * @param updatedSince scorecards whose latest event is not older
 */
public record ListQuery(@Nullable String technology, @Nullable Level level, @Nullable ScorecardOutcome outcome,
		@Nullable Double minScore, @Nullable Instant updatedSince, ListOrder order, @Nullable String cursor) {

	private static final String INDEX = "state.index.";

	public ListQuery {
		if (minScore != null && !(minScore >= 0 && minScore <= 100)) {
			throw new ProblemException(ProblemTypes.MALFORMED, "minScore: must be from 0 to 100");
		}
	}

	/**
	 * The filter for one caller. The place of a card in a list by score tells something
	 * about the score, so restricted viewers do not get it in such a list.
	 */
	Bson filter(String caller) {
		List<Bson> filters = new ArrayList<>();
		// forgotten candidates have no index
		filters.add(Filters.exists(INDEX + "outcome"));
		if (this.technology != null || this.level != null) {
			filters.add(Filters.elemMatch(INDEX + "interviews", subject()));
		}
		if (this.outcome != null) {
			filters.add(Filters.eq(INDEX + "outcome", JsonNames.of(this.outcome)));
		}
		if (this.minScore != null) {
			filters.add(Filters.gte(INDEX + "sortScore", this.minScore));
		}
		if (this.updatedSince != null) {
			filters.add(Filters.gte(INDEX + "updatedAt", AggregateStores.stored(this.updatedSince)));
		}
		if (this.minScore != null || this.order.byScore()) {
			filters.add(Filters.ne(INDEX + "blindTo", caller));
		}
		if (this.cursor != null) {
			filters.add(behind(this.cursor));
		}
		return Filters.and(filters);
	}

	private Bson subject() {
		List<Bson> subject = new ArrayList<>();
		if (this.technology != null) {
			subject.add(Filters.eq("technology", this.technology.toLowerCase(Locale.ROOT)));
		}
		if (this.level != null) {
			subject.add(Filters.eq("level", JsonNames.of(this.level)));
		}
		return Filters.and(subject);
	}

	private Bson behind(String cursor) {
		List<Object> values = Cursor.decode(cursor, String.class, Object.class, String.class);
		Object key = values.get(1);
		boolean fits = this.order.text().equals(values.get(0))
				&& (this.order.byScore() ? key instanceof Number : key instanceof String);
		if (!fits) {
			throw new ProblemException(ProblemTypes.MALFORMED, "cursor: it belongs to a list in another order");
		}
		String field = INDEX + this.order.field();
		Object id = values.get(2);
		return this.order.descending()
				? Filters.or(Filters.lt(field, key), Filters.and(Filters.eq(field, key), Filters.lt("_id", id)))
				: Filters.or(Filters.gt(field, key), Filters.and(Filters.eq(field, key), Filters.gt("_id", id)));
	}

	Bson sort() {
		String field = INDEX + this.order.field();
		return this.order.descending() ? Sorts.descending(field, "_id") : Sorts.ascending(field, "_id");
	}

	/**
	 * The cursor behind a row.
	 */
	String cursor(Stored<CardDocument> row) {
		CardIndex index = row.state().index();
		if (index == null) {
			throw new IllegalStateException("A card without an index is in no list");
		}
		Object key = this.order.byScore() ? index.sortScore() : AggregateStores.stored(index.updatedAt());
		return Cursor.encode(List.of(this.order.text(), key, row.id()));
	}

	/**
	 * The constant with this name in JSON.
	 * @throws ProblemException {@link ProblemTypes#MALFORMED}
	 */
	public static <E extends Enum<E>> @Nullable E parse(Class<E> type, String parameter, @Nullable String text) {
		if (text == null) {
			return null;
		}
		return JsonNames.find(type, text)
			.orElseThrow(() -> new ProblemException(ProblemTypes.MALFORMED, parameter + ": must be one of "
					+ Arrays.stream(type.getEnumConstants()).map(JsonNames::of).collect(Collectors.joining(", "))));
	}

}
