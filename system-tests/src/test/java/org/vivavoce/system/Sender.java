package org.vivavoce.system;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventCodec;

/**
 * Writes events to the topics of a deployment.
 */
final class Sender implements AutoCloseable {

	private static final Instant WRITTEN = Instant.parse("2026-03-02T12:00:00Z");

	private final KafkaProducer<byte[], byte[]> producer;

	private final EventCodec codec;

	private final String bootstrapServers;

	/**
	 * A sender once the topics are served. To exist is not enough: a broker that has just
	 * created a topic may refuse the first batch and take the second one, and then holds
	 * the first to be out of order for ever.
	 */
	Sender(Deployment deployment) {
		Topic.awaitServed(deployment.backing().bootstrapServers(), deployment.inbound());
		this.codec = deployment.codec();
		this.bootstrapServers = deployment.backing().bootstrapServers();
		this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", this.bootstrapServers, "acks", "all"),
				new ByteArraySerializer(), new ByteArraySerializer());
	}

	/**
	 * All events of the stories, mixed, each with an id that only depends on its place.
	 */
	static List<Envelope> shuffled(List<Story> stories, long seed) {
		List<Envelope> envelopes = new ArrayList<>();
		for (Story story : stories) {
			story.events()
				.forEach((event) -> envelopes
					.add(new Envelope("e-" + envelopes.size(), "/a-story", WRITTEN, null, event)));
		}
		Collections.shuffle(envelopes, new Random(seed));
		return envelopes;
	}

	/**
	 * Send and wait until the broker has them all.
	 */
	void send(List<Envelope> envelopes) {
		sendRecords(envelopes.stream().map(this.codec::encode).toList());
	}

	List<RecordMetadata> sendRecords(List<ProducerRecord<byte[], byte[]>> messages) {
		List<Future<RecordMetadata>> sent = messages.stream().map(this.producer::send).toList();
		return sent.stream().map(Sender::acknowledged).toList();
	}

	/**
	 * Whether the broker refuses an event because it is too large, now.
	 */
	boolean isTooLarge(Envelope envelope) {
		try {
			this.producer.send(this.codec.encode(envelope)).get(60, TimeUnit.SECONDS);
			return false;
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RecordTooLargeException) {
				return true;
			}
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Send in a transaction of its own, which is committed or taken back.
	 */
	void sendInTransaction(Envelope envelope, boolean commit) {
		try (KafkaProducer<byte[], byte[]> transactional = new KafkaProducer<>(
				Map.of("bootstrap.servers", this.bootstrapServers, "transactional.id", envelope.id()),
				new ByteArraySerializer(), new ByteArraySerializer())) {
			transactional.initTransactions();
			transactional.beginTransaction();
			acknowledged(transactional.send(this.codec.encode(envelope)));
			if (commit) {
				transactional.commitTransaction();
			}
			else {
				transactional.abortTransaction();
			}
		}
	}

	ProducerRecord<byte[], byte[]> encode(Envelope envelope) {
		return this.codec.encode(envelope);
	}

	private static RecordMetadata acknowledged(Future<RecordMetadata> sent) {
		try {
			return sent.get(60, TimeUnit.SECONDS);
		}
		catch (InterruptedException | ExecutionException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.producer.close();
	}

}
