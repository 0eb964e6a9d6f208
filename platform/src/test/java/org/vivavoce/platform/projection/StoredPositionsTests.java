package org.vivavoce.platform.projection;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.SimpleReactiveMongoDatabaseFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class StoredPositionsTests {

	private static final TopicPartition PARTITION = new TopicPartition("answers", 0);

	/** Nobody listens there, and nothing here asks. */
	private final MongoClient client = MongoClients.create("mongodb://localhost:1/none");

	private final StoredPositions positions = new StoredPositions("scorecards",
			new Offsets(new SimpleReactiveMongoDatabaseFactory(this.client, "none"), "scorecards"),
			new TopicIds(Map.of()), new HashMap<>(), InstantSource.system());

	@AfterEach
	void closeClient() {
		this.client.close();
	}

	@Test
	void aReaderThatIsStoppedWhileItLooksUpItsOffsetsEndsAndSaysNothing(CapturedOutput output) {
		assertThatExceptionOfType(WakeupException.class)
			.isThrownBy(() -> this.positions.onPartitionsAssigned(new StoppedConsumer(), List.of(PARTITION)));
		assertThat(output.getAll()).doesNotContain("cannot be read");
	}

	@Test
	void aReaderThatIsStoppedWhileNothingArrivesSaysNothing(CapturedOutput output) {
		this.positions.onIdle(new StoppedConsumer());
		assertThat(output.getAll()).doesNotContain("cannot be compared");
	}

	/**
	 * Its container has called {@code wakeup()}.
	 */
	private static final class StoppedConsumer extends MockConsumer<byte[], byte[]> {

		StoppedConsumer() {
			super("earliest");
		}

		@Override
		public synchronized Set<TopicPartition> assignment() {
			throw new WakeupException();
		}

	}

}
