package org.vivavoce.platform.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import org.vivavoce.platform.reconciliation.Tally;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectionProgressTests {

	private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

	private static final TopicPartition PARTITION = new TopicPartition("answer-scored", 0);

	private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

	private final ProjectionProgress projectionProgress = new ProjectionProgress(Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void whatWasPolledWaitsUntilItIsStored() {
		poll(10);
		this.projectionProgress.stored().put(PARTITION, Tally.startingAt(0));
		this.projectionProgress.polled(this.consumer);
		assertThat(this.projectionProgress.lag()).isEqualTo(10);
		this.projectionProgress.stored().put(PARTITION, Tally.startingAt(4));
		assertThat(this.projectionProgress.lag()).isEqualTo(6);
		this.projectionProgress.stored().put(PARTITION, Tally.startingAt(10));
		assertThat(this.projectionProgress.lag()).isZero();
	}

	@Test
	void aPartitionThatIsReadElsewhereDoesNotCountHere() {
		poll(10);
		this.projectionProgress.stored().put(PARTITION, Tally.startingAt(0));
		this.projectionProgress.polled(this.consumer);
		this.projectionProgress.stored().remove(PARTITION);
		assertThat(this.projectionProgress.lag()).isZero();
	}

	@Test
	void theAgeIsThatOfTheNewestAppliedEventWhileOthersWait() {
		poll(10);
		this.projectionProgress.polled(this.consumer);
		this.projectionProgress.stored().put(PARTITION, Tally.startingAt(9));
		this.projectionProgress.applied(NOW.minusSeconds(30));
		assertThat(this.projectionProgress.age()).isEqualTo(30);
		this.projectionProgress.stored().put(PARTITION, Tally.startingAt(10));
		assertThat(this.projectionProgress.age()).isZero();
	}

	private void poll(int records) {
		this.consumer.assign(List.of(PARTITION));
		this.consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
		this.consumer.updateEndOffsets(Map.of(PARTITION, (long) records));
		for (int offset = 0; offset < records; offset++) {
			this.consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset, new byte[0], new byte[0]));
		}
		assertThat(this.consumer.poll(Duration.ZERO)).hasSize(records);
	}

}
