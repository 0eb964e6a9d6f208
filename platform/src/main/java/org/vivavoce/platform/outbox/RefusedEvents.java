package org.vivavoce.platform.outbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

/**
 * Events that the broker has refused, in the documents whose changes they tell of. They
 * are tried again by themselves, and whenever somebody asks for it.
 */
public final class RefusedEvents {

	private static final int MOST = 1_000;

	private final OutboxRelay relay;

	private final ReactiveMongoDatabaseFactory databases;

	public RefusedEvents(OutboxRelay relay, ReactiveMongoDatabaseFactory databases) {
		this.relay = relay;
		this.databases = databases;
	}

	/**
	 * An event that waits, without its content.
	 *
	 * @param collection of the document that it tells of
	 * @param documentId of the document that it tells of
	 * @param eventId {@code ce_id}
	 * @param key of the record, the candidate
	 * @param size of the value, in bytes
	 * @param writtenAt when the change was made
	 * @param attempts how often it was refused
	 * @param nextAttemptAt when it is tried again
	 */
	public record RefusedEvent(String collection, String documentId, String eventId, String topic, String key, int size,
			Instant writtenAt, String reason, int attempts, Instant nextAttemptAt) {

		static RefusedEvent of(String collection, String documentId, DelayedEntry delayed) {
			OutboxEntry entry = delayed.entry();
			return new RefusedEvent(collection, documentId, entry.id(), entry.topic(), entry.key(), entry.size(),
					entry.at(), String.valueOf(delayed.reason()), delayed.attempts(), delayed.due());
		}

	}

	/**
	 * Those that wait, the oldest first; at most a thousand.
	 */
	public Mono<List<RefusedEvent>> list() {
		return documents()
			.flatMapIterable((found) -> found.document()
				.getList(DelayedEntry.FIELD, Document.class, List.of())
				.stream()
				.map(DelayedEntry::fromDocument)
				.filter(DelayedEntry::isRefused)
				.map((delayed) -> RefusedEvent.of(found.collection(), found.document().getString("_id"), delayed))
				.toList())
			.sort(Comparator.comparing(RefusedEvent::writtenAt).thenComparing(RefusedEvent::eventId))
			.take(MOST)
			.collectList();
	}

	/**
	 * Try all again at the next sweep, without waiting for their pause.
	 * @return how many there are
	 */
	public Mono<Integer> sendAgain() {
		return list()
			.flatMap(
					(refused) -> Flux.fromIterable(refused)
						.concatMap(
								(event) -> this.databases.getMongoDatabase()
									.flatMap(
											(database) -> Mono.from(database.getCollection(event.collection())
												.bulkWrite(List.of(new UpdateOneModel<>(
														Filters.and(Filters.eq("_id", event.documentId()),
																Filters.eq(DelayedEntry.FIELD + ".id",
																		event.eventId())),
														Updates.set(DelayedEntry.FIELD + ".$.due",
																Date.from(Instant.EPOCH))))))))
						.then(Mono.just(refused.size())));
	}

	private record Found(String collection, Document document) {

	}

	private Flux<Found> documents() {
		return Flux.fromIterable(this.relay.collections())
			.concatMap((collection) -> this.databases.getMongoDatabase()
				.flatMapMany((database) -> database.getCollection(collection)
					.find(Filters.gte(DelayedEntry.DUE, Date.from(Instant.EPOCH)))
					.projection(Projections.include(DelayedEntry.FIELD))
					.limit(MOST))
				.map((document) -> new Found(collection, document)));
	}

}
