package org.vivavoce.report.projection;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import org.apache.kafka.common.TopicPartition;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.stereotype.Component;

import org.vivavoce.platform.reconciliation.Tally;
import org.vivavoce.report.generation.GenerationDifferences;
import org.vivavoce.report.generation.GenerationName;

/**
 * Compares two generations while both go on: whatever differs is compared again once both
 * have reached the same offsets. It blocks.
 */
@Component
class GenerationComparison {

	private static final int CHUNK = 500;

	private static final int LOOKS = 5;

	private static final int SUSPECTS = 10_000;

	private static final int SHOWN = 20;

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

	private static final Duration PAUSE = Duration.ofMillis(200);

	private final ReactiveMongoDatabaseFactory databases;

	private final GenerationCollections collections;

	private final Clock clock;

	GenerationComparison(ReactiveMongoDatabaseFactory databases, GenerationCollections collections, Clock clock) {
		this.databases = databases;
		this.collections = collections;
		this.clock = clock;
	}

	private enum Verdict {

		EQUAL, DIFFERENT, MISSING, ADDITIONAL

	}

	/**
	 * Compare all documents, byte by byte, except for the guard and the time of the
	 * write.
	 */
	GenerationDifferences compare(int live, int built) {
		long equal = 0;
		Map<String, Verdict> suspects = new TreeMap<>();
		String after = "";
		boolean more = true;
		while (more && suspects.size() < SUSPECTS) {
			TreeMap<String, ByteBuffer> old = read(live, Filters.gt("_id", after));
			TreeMap<String, ByteBuffer> fresh = read(built, Filters.gt("_id", after));
			// what lies behind the end of a full chunk may be in the next one of the
			// other
			String upTo = Stream.of(old, fresh)
				.filter((chunk) -> chunk.size() == CHUNK)
				.map(TreeMap::lastKey)
				.min(Comparator.naturalOrder())
				.orElse(null);
			TreeSet<String> all = new TreeSet<>(old.keySet());
			all.addAll(fresh.keySet());
			for (String id : (upTo != null) ? all.headSet(upTo, true) : all) {
				Verdict verdict = verdict(old.get(id), fresh.get(id));
				equal += (verdict == Verdict.EQUAL) ? 1 : 0;
				if (verdict != Verdict.EQUAL) {
					suspects.put(id, verdict);
				}
			}
			more = upTo != null;
			after = (upTo != null) ? upTo : after;
		}
		int first = suspects.size();
		lookAgain(live, built, suspects);
		return result(equal + first - suspects.size(), suspects);
	}

	private void lookAgain(int live, int built, Map<String, Verdict> suspects) {
		for (int look = 0; look < LOOKS && !suspects.isEmpty(); look++) {
			awaitEqualOffsets(live, built);
			for (List<String> ids : chunks(suspects.keySet())) {
				Map<String, ByteBuffer> old = read(live, Filters.in("_id", ids));
				Map<String, ByteBuffer> fresh = read(built, Filters.in("_id", ids));
				ids.forEach((id) -> suspects.put(id, verdict(old.get(id), fresh.get(id))));
			}
			suspects.values().removeIf((verdict) -> verdict == Verdict.EQUAL);
		}
	}

	/**
	 * Until either has read at least what the other had read at the beginning, but not
	 * for ever: where compaction has removed the last record of a partition, a new
	 * generation never comes to its offset.
	 */
	private void awaitEqualOffsets(int live, int built) {
		Map<TopicPartition, Tally> one = offsets(live);
		Map<TopicPartition, Tally> other = offsets(built);
		Flux.interval(Duration.ZERO, PAUSE)
			.onBackpressureDrop()
			.concatMap((tick) -> this.collections.offsets(live)
				.all()
				.zipWith(this.collections.offsets(built).all(),
						(now, then) -> reached(now, other) && reached(then, one)),
					1)
			.takeUntil(Boolean::booleanValue)
			.take(LONGEST_WAIT)
			.blockLast(TIMEOUT);
	}

	private static boolean reached(Map<TopicPartition, Tally> now, Map<TopicPartition, Tally> goal) {
		return goal.entrySet()
			.stream()
			.allMatch((each) -> now.getOrDefault(each.getKey(), Tally.startingAt(0)).to() >= each.getValue().to());
	}

	private Map<TopicPartition, Tally> offsets(int generation) {
		return Objects.requireNonNull(this.collections.offsets(generation).all().block(TIMEOUT));
	}

	/**
	 * A chunk at most.
	 */
	private TreeMap<String, ByteBuffer> read(int generation, Bson filter) {
		TreeMap<String, ByteBuffer> states = new TreeMap<>();
		this.databases.getMongoDatabase()
			.flatMapMany(
					(database) -> database.getCollection(GenerationName.collection(generation), RawBsonDocument.class)
						.find(filter)
						.projection(Projections.include("state"))
						.sort(Sorts.ascending("_id"))
						.limit(CHUNK))
			.doOnNext((document) -> states.put(document.getString("_id").getValue(),
					document.getByteBuffer().asNIO().duplicate()))
			.blockLast(TIMEOUT);
		return states;
	}

	private static Verdict verdict(@Nullable ByteBuffer old, @Nullable ByteBuffer fresh) {
		if (old == null) {
			return (fresh == null) ? Verdict.EQUAL : Verdict.ADDITIONAL;
		}
		if (fresh == null) {
			return Verdict.MISSING;
		}
		return old.equals(fresh) ? Verdict.EQUAL : Verdict.DIFFERENT;
	}

	private static List<List<String>> chunks(Collection<String> ids) {
		List<String> all = List.copyOf(ids);
		List<List<String>> chunks = new ArrayList<>();
		for (int from = 0; from < all.size(); from += CHUNK) {
			chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
		}
		return chunks;
	}

	private GenerationDifferences result(long equal, Map<String, Verdict> suspects) {
		long different = count(suspects, Verdict.DIFFERENT);
		long missing = count(suspects, Verdict.MISSING);
		return new GenerationDifferences(equal + different + missing, equal, different, missing,
				count(suspects, Verdict.ADDITIONAL), suspects.keySet().stream().limit(SHOWN).toList(),
				this.clock.instant());
	}

	private static long count(Map<String, Verdict> suspects, Verdict verdict) {
		return suspects.values().stream().filter(verdict::equals).count();
	}

}
