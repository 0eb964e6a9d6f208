package org.vivavoce.platform.projection;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.propagation.Propagator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

import org.vivavoce.contracts.EventCodec;
import org.vivavoce.contracts.Topics;
import org.vivavoce.platform.outbox.Envelopes;
import org.vivavoce.platform.outbox.EventPublisher;
import org.vivavoce.platform.tracing.Traces;

import static org.assertj.core.api.Assertions.assertThat;

class DeadLettersTests {

	private static final int LARGEST = 100;

	private final List<ProducerRecord<byte[], byte[]>> taken = new ArrayList<>();

	@Test
	void aRecordThatIsTooLargeGoesWithoutItsContentAndHoldsUpNothing() {
		deadLetters().publish(List.of(unreadable(1, 10), unreadable(2, LARGEST + 1), unreadable(3, 10))).block();
		assertThat(this.taken).extracting((deadLetter) -> header(deadLetter, "dlt-original-offset"))
			.containsOnlyOnce("1", "2", "3");
		ProducerRecord<byte[], byte[]> large = this.taken.stream()
			.filter((deadLetter) -> header(deadLetter, "dlt-original-offset").equals("2"))
			.findFirst()
			.orElseThrow();
		assertThat(large.value()).isNull();
		assertThat(header(large, "dlt-left-out")).isEqualTo("101");
		assertThat(header(large, "dlt-reason")).isEqualTo("because");
		assertThat(header(large, "dlt-kind")).isEqualTo("unreadable");
		assertThat(header(large, "dlt-consumer")).isEqualTo("cards");
		assertThat(this.taken).filteredOn((deadLetter) -> deadLetter != large)
			.hasSize(2)
			.allSatisfy((deadLetter) -> assertThat(deadLetter.headers().lastHeader("dlt-left-out")).isNull());
	}

	/**
	 * On a topic that takes {@link #LARGEST} bytes.
	 */
	private DeadLetters deadLetters() {
		KafkaOperations<byte[], byte[]> kafka = new KafkaTemplate<>(() -> {
			throw new UnsupportedOperationException("There is no broker");
		}) {
			@Override
			public CompletableFuture<SendResult<byte[], byte[]>> send(ProducerRecord<byte[], byte[]> sent) {
				if (sent.value() != null && sent.value().length > LARGEST) {
					throw new KafkaException("Send failed", new RecordTooLargeException());
				}
				DeadLettersTests.this.taken.add(sent);
				RecordMetadata place = new RecordMetadata(new TopicPartition(sent.topic(), 0), 0, 0, 0, 0, 0);
				return CompletableFuture.supplyAsync(() -> new SendResult<>(sent, place));
			}
		};
		EventCodec codec = new EventCodec(new Topics(""));
		return new DeadLetters(new EventPublisher(kafka, new Envelopes(codec, "/test", Clock.systemUTC()),
				new SimpleMeterRegistry(), new Traces(Propagator.NOOP)), codec.topics(), "cards");
	}

	private static DeadLetters.Rejected unreadable(long offset, int size) {
		return new DeadLetters.Rejected(new ConsumerRecord<>("answer-scored", 0, offset, 0, TimestampType.CREATE_TIME,
				0, size, new byte[0], new byte[size], new RecordHeaders(), Optional.empty()), "unreadable", "because");
	}

	private static String header(ProducerRecord<byte[], byte[]> deadLetter, String name) {
		return new String(deadLetter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
	}

}
