package org.vivavoce.report.deadletter;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
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
	 * All counts: waiting ones first, then the greatest.
	 */
	public Mono<List<Count>> all() {
		Document by = new Document("topic", "$state.topic").append("kind", "$state.kind")
			.append("state", "$state.state");
		return this.deadLetters
			.aggregate(List.of(
					Aggregates.group(by, Accumulators.sum("count", 1L),
							Accumulators.min("firstSeen", "$state.refusedAt"),
							Accumulators.max("lastSeen", "$state.lastRefusedAt")),
					Aggregates.group(null, Accumulators.push("all", "$$ROOT"))))
			.flatMapIterable((found) -> found.getList("all", Document.class))
			.map(DeadLetterCounts::count)
			.sort(Comparator.comparing(Count::state)
				.thenComparing(Count::count, Comparator.reverseOrder())
				.thenComparing(Count::topic)
				.thenComparing(Count::kind))
			.collectList();
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
