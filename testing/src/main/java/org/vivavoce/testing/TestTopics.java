package org.vivavoce.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;

import org.vivavoce.contracts.Decoded;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.EventCodec;
import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.Topics;

/**
 * Writes and reads the topics of a test as some other producer and consumer would.
 */
public final class TestTopics implements DisposableBean {

	private static final String SOURCE = "/some-other-producer";

	private final String bootstrapServers;

	private final EventCodec codec;

	private final Producer<byte[], byte[]> producer;

	public TestTopics(@Value("${spring.kafka.bootstrap-servers}") String bootstrapServers,
			@Value("${vivavoce.topics.prefix:}") String prefix) {
		this.bootstrapServers = bootstrapServers;
		this.codec = new EventCodec(new Topics(prefix));
		this.producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.ACKS_CONFIG, "all"),
				new ByteArraySerializer(), new ByteArraySerializer());
	}

	/**
	 * Write events, each under a new id.
	 */
	public void send(Event... events) {
		for (Event event : events) {
			Instant own = event.occurredAt();
			send(Envelope.of(SOURCE, (own != null) ? own : Instant.now(), null, event));
		}
	}

	/**
	 * Write an event as it is.
	 */
	public void send(Envelope envelope) {
		send(this.codec.encode(envelope));
	}

	/**
	 * Write anything.
	 * @param type whose topic
	 */
	public void sendRaw(EventType type, @Nullable String key, @Nullable String value, Map<String, String> headers) {
		ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(this.codec.topics().name(type), bytes(key),
				bytes(value));
		headers.forEach((name, header) -> message.headers().add(name, header.getBytes(StandardCharsets.UTF_8)));
		send(message);
	}

	private static byte @Nullable [] bytes(@Nullable String text) {
		return (text != null) ? text.getBytes(StandardCharsets.UTF_8) : null;
	}

	/**
	 * Write a record as it is.
	 */
	public void send(ProducerRecord<byte[], byte[]> message) {
		try {
			this.producer.send(message).get(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException | ExecutionException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The record that carries an event, to be changed and sent by {@link #sendRaw}.
	 */
	public ProducerRecord<byte[], byte[]> encode(Envelope envelope) {
		return this.codec.encode(envelope);
	}

	/**
	 * All events of a topic so far that keep the contract.
	 */
	public List<Envelope> read(EventType type) {
		return readRaw(type).stream()
			.map(this.codec::decode)
			.filter(Decoded.Read.class::isInstance)
			.map((decoded) -> ((Decoded.Read) decoded).envelope())
			.toList();
	}

	/**
	 * All records of a topic so far.
	 */
	public List<ConsumerRecord<byte[], byte[]>> readRaw(EventType type) {
		return readRaw(this.codec.topics().name(type));
	}

	/**
	 * How many partitions a topic has.
	 */
	public int partitions(EventType type) {
		return this.producer.partitionsFor(this.codec.topics().name(type)).size();
	}

	/**
	 * All dead letters of a topic so far.
	 */
	public List<ConsumerRecord<byte[], byte[]>> deadLetters(EventType type) {
		return readRaw(this.codec.topics().deadLetters(this.codec.topics().name(type)));
	}

	private List<ConsumerRecord<byte[], byte[]>> readRaw(String topic) {
		try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, this.bootstrapServers), new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(topic)
				.stream()
				.map((info) -> new TopicPartition(info.topic(), info.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
			while (partitions.stream().anyMatch((each) -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
				consumer.poll(Duration.ofMillis(200)).forEach(read::add);
			}
			return read;
		}
	}

	@Override
	public void destroy() {
		this.producer.close(Duration.ofSeconds(5));
	}

}
