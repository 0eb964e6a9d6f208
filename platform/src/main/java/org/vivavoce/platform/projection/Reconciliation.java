package org.vivavoce.platform.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.contracts.Decoded;
import org.vivavoce.contracts.EventCodec;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.reconciliation.Checkpoints;
import org.vivavoce.platform.reconciliation.OffsetRangeReader;
import org.vivavoce.platform.reconciliation.RecordDigest;
import org.vivavoce.platform.reconciliation.Tally;

/**
 * What a projection has applied, for anybody who wants to compare it with a copy of the
 * topics.
 */
public final class Reconciliation {

	private static final long RECORDS_PER_SECOND = 1_000;

	private static final long LONGEST_PAUSE_SECONDS = 60;

	private final ReactiveMongoDatabaseFactory databases;

	private final OffsetRangeReader reader;

	private final TopicEnds ends;

	private final EventCodec codec;

	public Reconciliation(ReactiveMongoDatabaseFactory databases, OffsetRangeReader reader, TopicEnds ends,
			EventCodec codec) {
		this.databases = databases;
		this.reader = reader;
		this.ends = ends;
		this.codec = codec;
	}

	/**
	 * Everything that was applied so far.
	 * @param projection its name
	 */
	public Mono<Map<TopicPartition, Tally>> applied(String projection) {
		return new Offsets(this.databases, projection).all().flatMap((tallies) -> less(parked(projection), tallies));
	}

	private ParkedRecords parked(String projection) {
		return new ParkedRecords(this.databases, projection);
	}

	/**
	 * Records that could not be applied keep the contract, so they were counted with the
	 * others when they were read.
	 */
	private static Mono<Map<TopicPartition, Tally>> less(ParkedRecords parked, Map<TopicPartition, Tally> tallies) {
		return Flux.fromIterable(tallies.entrySet())
			.concatMap((entry) -> parked.between(entry.getKey(), entry.getValue().from(), entry.getValue().to())
				.reduce(entry.getValue(), (tally, each) -> tally.parked(RecordDigest.parse(each.digest())))
				.map((tally) -> Map.entry(entry.getKey(), tally)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/**
	 * What was applied up to these offsets. {@link ProblemTypes#CONFLICT} when one of
	 * them is not reached yet, {@link ProblemTypes#INVALID} when it never can be or lies
	 * before the counting began.
	 * @param projection its name
	 */
	public Mono<Map<TopicPartition, Tally>> applied(String projection, Map<TopicPartition, Long> offsets) {
		return Mono.zip(new Offsets(this.databases, projection).load(offsets.keySet()), this.ends.latest())
			.doOnNext((found) -> offsets.forEach((partition, offset) -> new RequestedOffset(partition, offset)
				.require(found.getT1().getOrDefault(partition, Tally.startingAt(0)), found.getT2().get(partition))))
			.flatMap((found) -> nearest(new Checkpoints(this.databases, projection), found.getT1(), offsets))
			.flatMap((nearest) -> Mono.fromCallable(() -> count(nearest, offsets))
				.subscribeOn(Schedulers.boundedElastic()))
			.flatMap((tallies) -> less(parked(projection), tallies));
	}

	private record RequestedOffset(TopicPartition partition, long offset) {

		void require(Tally tally, @org.jspecify.annotations.Nullable Long end) {
			if (end == null) {
				throw invalid("There is no partition " + this.partition + " here");
			}
			if (this.offset > end) {
				throw invalid(this.partition + " ends at " + end + ", so " + this.offset + " cannot be reconciled");
			}
			if (this.offset < tally.from()) {
				throw invalid(this.partition + " is counted from the offset " + tally.from() + " on");
			}
			if (this.offset > tally.to()) {
				long lag = this.offset - tally.to();
				throw new ProblemException(ProblemTypes.CONFLICT,
						this.partition + " is applied up to the offset " + tally.to() + ", " + lag
								+ " before the one that was asked for")
					.retryAfter(Duration.ofSeconds(Math.clamp(lag / RECORDS_PER_SECOND, 1, LONGEST_PAUSE_SECONDS)));
			}
		}

	}

	private static ProblemException invalid(String detail) {
		return new ProblemException(ProblemTypes.INVALID, detail);
	}

	private static Mono<Map<TopicPartition, Tally>> nearest(Checkpoints checkpoints, Map<TopicPartition, Tally> stored,
			Map<TopicPartition, Long> offsets) {
		return Flux.fromIterable(stored.entrySet()).flatMap((entry) -> {
			long offset = offsets.getOrDefault(entry.getKey(), 0L);
			Mono<Tally> nearest = (entry.getValue().to() == offset) ? Mono.just(entry.getValue())
					: checkpoints.before(entry.getKey(), entry.getValue().from(), offset);
			return nearest.map((tally) -> Map.entry(entry.getKey(), tally));
		}).collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private Map<TopicPartition, Tally> count(Map<TopicPartition, Tally> nearest, Map<TopicPartition, Long> offsets) {
		Map<TopicPartition, Tally> counted = new HashMap<>(nearest);
		Map<TopicPartition, OffsetRangeReader.OffsetRange> ranges = new HashMap<>();
		Function<TopicPartition, Long> asked = (partition) -> offsets.getOrDefault(partition, 0L);
		nearest.forEach((partition, tally) -> ranges.put(partition,
				new OffsetRangeReader.OffsetRange(tally.to(), asked.apply(partition))));
		try {
			this.reader.read(ranges, (message) -> counted.computeIfPresent(
					new TopicPartition(message.topic(), message.partition()),
					(partition, tally) -> tally.plus(message, this.codec.decode(message) instanceof Decoded.Read)));
		}
		catch (OffsetOutOfRangeException ex) {
			throw invalid("The records before " + ex.offsetOutOfRangePartitions().keySet()
					+ " are no longer on the topic, ask for later offsets");
		}
		counted.replaceAll((partition, tally) -> tally.reaching(asked.apply(partition)));
		return counted;
	}

}
