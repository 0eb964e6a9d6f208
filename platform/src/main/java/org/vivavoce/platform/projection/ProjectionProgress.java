package org.vivavoce.platform.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.reconciliation.Tally;

/**
 * How far one projection is, and how far it could be, in the partitions that this
 * instance reads. The ends of the partitions come with the records: nobody is asked for
 * them.
 */
final class ProjectionProgress implements StallReporter.Observer {

	private final Clock clock;

	private final Map<TopicPartition, Tally> stored = new ConcurrentHashMap<>();

	private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();

	private volatile BooleanSupplier reading = () -> true;

	private volatile Instant moved;

	private volatile Instant newest = Instant.EPOCH;

	private volatile @Nullable Stall stall;

	private volatile Instant stalledSince = Instant.EPOCH;

	ProjectionProgress(Clock clock) {
		this.clock = clock;
		this.moved = clock.instant();
	}

	/**
	 * What is stored, by partition; the listener keeps it.
	 */
	Map<TopicPartition, Tally> stored() {
		return this.stored;
	}

	/**
	 * The reader that is there from now on.
	 */
	void begins(BooleanSupplier reading) {
		this.moved = this.clock.instant();
		this.reading = reading;
	}

	/**
	 * A poll has come back. On the consumer's thread.
	 */
	void polled(Consumer<?, ?> consumer) {
		for (TopicPartition partition : consumer.assignment()) {
			OptionalLong behind = consumer.currentLag(partition);
			if (behind.isPresent()) {
				this.ends.put(partition, consumer.position(partition) + behind.getAsLong());
			}
		}
	}

	/**
	 * A poll has brought nothing.
	 */
	void idle(Consumer<?, ?> consumer) {
		this.moved = this.clock.instant();
		polled(consumer);
	}

	/**
	 * A batch is applied and its offsets are stored.
	 * @param newest when the youngest of its records was written
	 */
	void applied(Instant newest) {
		// a record may be dated by a clock that is wrong
		this.newest = newest.isAfter(this.clock.instant()) ? this.clock.instant() : newest;
		this.moved = this.clock.instant();
	}

	@Override
	public void stalled(Stall why) {
		if (this.stall == null) {
			this.stalledSince = this.clock.instant();
		}
		this.stall = why;
	}

	@Override
	public void goesOn() {
		this.stall = null;
	}

	/**
	 * Why the present batch does not get done; null while all is well.
	 */
	@Nullable Stall stall() {
		return this.stall;
	}

	/**
	 * For how long the present batch has been failing, in seconds; 0 while all is well.
	 */
	double stalledFor() {
		return (this.stall != null) ? Duration.between(this.stalledSince, this.clock.instant()).toMillis() / 1000.0 : 0;
	}

	/**
	 * Events that wait. Partitions that are no longer read here do not count.
	 */
	long lag() {
		return this.stored.entrySet()
			.stream()
			.mapToLong((entry) -> Math.max(0, this.ends.getOrDefault(entry.getKey(), 0L) - entry.getValue().to()))
			.sum();
	}

	/**
	 * How old, in seconds, the newest applied event is while others wait; 0 when none
	 * does.
	 */
	double age() {
		Instant known = this.newest;
		if (lag() == 0) {
			return 0;
		}
		// before the first batch: since it could have been applied
		Instant since = known.equals(Instant.EPOCH) ? this.moved : known;
		return Math.max(0, Duration.between(since, this.clock.instant()).toMillis() / 1000.0);
	}

	Condition condition(Duration patience) {
		return Condition.of(this.reading.getAsBoolean(), lag(), this.moved, this.clock.instant(), patience);
	}

}
