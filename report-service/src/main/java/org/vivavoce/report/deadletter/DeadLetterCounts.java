package org.vivavoce.report.deadletter;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import reactor.core.publisher.Mono;

public final class DeadLetterCounts {

	private final DeadLetterRepository deadLetters;

	DeadLetterCounts(DeadLetterRepository deadLetters) {
		this.deadLetters = deadLetters;
	}

	/**
	 * The dead letters of one topic, kind and state.
	 *
	 * @param firstSeen when the first of them was refused for the first time
	 * @param lastSeen when the last of them was refused for the last time
	 */
	public record Count(String topic, String kind, DeadLetterState state, long count, Instant firstSeen,
			Instant lastSeen) {

	}

	/**
	 * All counts: waiting ones first, then the greatest. The order that the groups are
	 * asked for lets the store read an index only.
	 */
	public Mono<List<Count>> all() {
		Document by = new Document("topic", "$" + DeadLetterQuery.TOPIC).append("kind", "$" + DeadLetterQuery.KIND)
			.append("state", "$" + DeadLetterQuery.STATE);
		return this.deadLetters.aggregate(List.of(
				Aggregates.sort(Sorts.ascending(DeadLetterQuery.STATE, DeadLetterQuery.TOPIC, DeadLetterQuery.KIND)),
				Aggregates.group(by, Accumulators.sum("count", 1L),
						Accumulators.min("firstSeen", "$" + DeadLetterQuery.FIRST_REFUSED_AT),
						Accumulators.max("lastSeen", "$" + DeadLetterQuery.REFUSED_AT)),
				Aggregates.group(null, Accumulators.push("all", "$$ROOT"))))
			.flatMapIterable((found) -> found.getList("all", Document.class))
			.map(DeadLetterCounts::count)
			.sort(Comparator.comparing(Count::state)
				.thenComparing(Count::count, Comparator.reverseOrder())
				.thenComparing(Count::topic)
				.thenComparing(Count::kind))
			.collectList();
	}

	/**
	 * How many wait, by topic; read from an index, and from no more of it than they are.
	 */
	Mono<Map<String, Long>> waiting() {
		return this.deadLetters
			.aggregate(List.of(Aggregates.match(Filters.eq(DeadLetterQuery.STATE, DeadLetterState.WAITING.text())),
					Aggregates.group("$" + DeadLetterQuery.TOPIC, Accumulators.sum("count", 1L)),
					Aggregates.group(null, Accumulators.push("all", "$$ROOT"))))
			.flatMapIterable((found) -> found.getList("all", Document.class))
			.collectMap((found) -> found.getString("_id"), (found) -> found.get("count", Number.class).longValue());
	}

	private static Count count(Document found) {
		Document by = found.get("_id", Document.class);
		DeadLetterState state = DeadLetterState
			.valueOf(by.getString("state").replace('-', '_').toUpperCase(java.util.Locale.ROOT));
		return new Count(by.getString("topic"), by.getString("kind"), state,
				found.get("count", Number.class).longValue(), Instant.parse(found.getString("firstSeen")),
				Instant.parse(found.getString("lastSeen")));
	}

}
