package org.vivavoce.report.projection;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.stereotype.Component;

import org.vivavoce.contracts.EventCodec;
import org.vivavoce.contracts.EventType;
import org.vivavoce.platform.broker.BrokerClients;
import org.vivavoce.platform.projection.TopicEnds;
import org.vivavoce.platform.reconciliation.OffsetRangeReader;
import org.vivavoce.platform.reconciliation.RecordDigest;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.report.generation.GenerationStore;
import org.vivavoce.report.scorecard.CardDocument;
import org.vivavoce.report.scorecard.Grading;

/**
 * What the compacted topic holds of the scorecards. It is read partition by partition,
 * with one digest in memory for each key. It blocks.
 */
@Component
class PublishedScorecards {

	private static final int CHUNK = 500;

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private final OffsetRangeReader reader;

	private final TopicEnds ends;

	private final String topic;

	private final EventCodec codec;

	private final ReactiveMongoDatabaseFactory databases;

	private final GenerationStore generations;

	private final AggregateStore<CardDocument> live;

	private final ScorecardPublisher publisher;

	private final Grading grading;

	PublishedScorecards(OffsetRangeReader reader, BrokerClients clients, EventCodec codec,
			ReactiveMongoDatabaseFactory databases, GenerationStore generations, AggregateStore<CardDocument> live,
			ScorecardPublisher publisher, Grading grading) {
		this.reader = reader;
		this.topic = codec.topics().name(EventType.SCORECARD_UPDATED);
		this.ends = new TopicEnds(clients.admin("publications"), List.of(this.topic));
		this.codec = codec;
		this.databases = databases;
		this.generations = generations;
		this.live = live;
		this.publisher = publisher;
		this.grading = grading;
	}

	int partitions() {
		return Objects.requireNonNull(this.ends.latest().block(TIMEOUT)).size();
	}

	/**
	 * Publish what a partition lacks, or holds in another state.
	 * @param working called after each chunk, to extend a lease
	 */
	PublicationRepair.Found repair(int partition, int partitions, Runnable working) {
		Map<String, BigInteger> published = published(partition);
		Map<Difference, Long> found = new EnumMap<>(Difference.class);
		Flux<String> ids = this.generations.liveCollection()
			.zipWith(this.databases.getMongoDatabase())
			.flatMapMany((both) -> both.getT2()
				.getCollection(both.getT1())
				.find()
				.projection(Projections.include("_id"))
				.sort(Sorts.ascending("_id")))
			.map((document) -> document.getString("_id"))
			.filter((id) -> partition(id, partitions) == partition);
		for (List<String> chunk : ids.buffer(CHUNK).toIterable(2)) {
			List<Stored<CardDocument>> wrong = new ArrayList<>();
			for (Stored<CardDocument> stored : Objects
				.requireNonNull(this.live.findAll(chunk).collectList().block(TIMEOUT))) {
				Difference difference = difference(stored, published.remove(stored.id()));
				found.merge(difference, 1L, Long::sum);
				if (difference != Difference.NONE) {
					wrong.add(stored);
				}
			}
			this.publisher.publishLive(wrong.stream().map(Stored::id).toList()).block(TIMEOUT);
			working.run();
		}
		return new PublicationRepair.Found(found.values().stream().mapToLong(Long::longValue).sum(),
				found.getOrDefault(Difference.MISSING, 0L), found.getOrDefault(Difference.DIFFERENT, 0L),
				found.getOrDefault(Difference.FORGOTTEN, 0L), published.size());
	}

	private enum Difference {

		/** All is well. */
		NONE,
		/** Nothing was published. */
		MISSING,
		/** Another state was published. */
		DIFFERENT,
		/** The last record names a person who is forgotten. */
		FORGOTTEN

	}

	private Difference difference(Stored<CardDocument> stored, @Nullable BigInteger published) {
		BigInteger right = stored.state().summary(this.grading).map((summary) -> {
			ProducerRecord<byte[], byte[]> expected = this.codec.encode(this.publisher.stamp(summary.event()));
			return RecordDigest.of(expected.headers(), expected.key(), expected.value());
		}).orElse(null);
		if (right == null) {
			return (published != null) ? Difference.FORGOTTEN : Difference.NONE;
		}
		if (published == null) {
			return Difference.MISSING;
		}
		return right.equals(published) ? Difference.NONE : Difference.DIFFERENT;
	}

	/**
	 * The digests of the last records by key, without tombstones.
	 */
	private Map<String, BigInteger> published(int number) {
		TopicPartition partition = new TopicPartition(this.topic, number);
		long from = Objects.requireNonNull(this.ends.earliest().block(TIMEOUT)).getOrDefault(partition, 0L);
		long to = Objects.requireNonNull(this.ends.latest().block(TIMEOUT)).getOrDefault(partition, 0L);
		Map<String, BigInteger> published = new HashMap<>();
		this.reader.read(Map.of(partition, new OffsetRangeReader.OffsetRange(from, to)), (message) -> {
			if (message.key() == null) {
				return;
			}
			String key = new String(message.key(), StandardCharsets.UTF_8);
			if (message.value() == null) {
				published.remove(key);
			}
			else {
				published.put(key, RecordDigest.of(message));
			}
		});
		return published;
	}

	/**
	 * Where Kafka's producers put a key by default.
	 */
	private static int partition(String id, int partitions) {
		return Utils.toPositive(Utils.murmur2(id.getBytes(StandardCharsets.UTF_8))) % partitions;
	}

}
