package org.vivavoce.report.deadletter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.web.Cursor;

/**
 * A filter of dead letters; those refused last come first.
 *
 * @param key of the record, or the candidateId in its value
 */
public record DeadLetterQuery(@Nullable String topic, @Nullable String kind, @Nullable DeadLetterState state,
		@Nullable String key, @Nullable String cursor) {

	static final String COLLECTION = "dead-letters";

	private static final String ID = "_id";

	static final String TOPIC = "state.topic";

	static final String KIND = "state.kind";

	static final String STATE = "state.state";

	private static final String ABOUT = "state.about";

	private static final String KEY = "state.key";

	static final String FIRST_REFUSED_AT = "state.refusedAt";

	static final String REFUSED_AT = "state.lastRefusedAt";

	/**
	 * One for each filter, which serves the filters with others beside it, too; one for
	 * bulk replays, which take what waits in the order of the ids; and one from which the
	 * counts are read without any document.
	 */
	static IndexModel[] indexes() {
		return new IndexModel[] { new IndexModel(lastFirst()), index(STATE), index(KIND), index(TOPIC), index(ABOUT),
				index(KEY), new IndexModel(Indexes.ascending(STATE, ID)),
				new IndexModel(Indexes.ascending(STATE, TOPIC, KIND, FIRST_REFUSED_AT, REFUSED_AT)) };
	}

	private static IndexModel index(String field) {
		return new IndexModel(Indexes.compoundIndex(Indexes.ascending(field), lastFirst()));
	}

	public Bson filter() {
		List<Bson> filters = new ArrayList<>();
		if (this.topic != null) {
			filters.add(Filters.eq(TOPIC, this.topic));
		}
		if (this.kind != null) {
			filters.add(Filters.eq(KIND, this.kind));
		}
		if (this.state != null) {
			filters.add(Filters.eq(STATE, this.state.text()));
		}
		if (this.key != null) {
			filters.add(Filters.or(Filters.eq(ABOUT, this.key), Filters.eq(KEY, this.key)));
		}
		if (this.cursor != null) {
			filters.add(behind(this.cursor));
		}
		return filters.isEmpty() ? Filters.empty() : Filters.and(filters);
	}

	/**
	 * Those that were refused no later than a time, with ids behind this one.
	 */
	public Bson refusedBy(Instant time, String after) {
		return Filters.and(filter(), Filters.lte(REFUSED_AT, AggregateStores.stored(time)), Filters.gt(ID, after));
	}

	static Bson about(String candidate) {
		return Filters.and(Filters.eq(ABOUT, candidate), Filters.ne("state.content", "forgotten"));
	}

	public static Bson byId() {
		return Sorts.ascending(ID);
	}

	private static Bson behind(String cursor) {
		List<Object> values = Cursor.decode(cursor, String.class, String.class);
		Object time = values.get(0);
		return Filters.or(Filters.lt(REFUSED_AT, time),
				Filters.and(Filters.eq(REFUSED_AT, time), Filters.lt(ID, values.get(1))));
	}

	static Bson lastFirst() {
		return Sorts.descending(REFUSED_AT, ID);
	}

	static String cursor(DeadLetter deadLetter) {
		return Cursor.encode(List.of(AggregateStores.stored(deadLetter.lastRefusedAt()), deadLetter.id()));
	}

}
