package org.vivavoce.contracts;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Events as Kafka records: CloudEvents 1.0 in binary mode with JSON data.
 */
public final class EventCodec {

	private static final String TRACEPARENT = "traceparent";

	private static final String JSON = "application/json";

	private final Topics topics;

	private final Map<EventType, ContractJson> json = new EnumMap<>(EventType.class);

	public EventCodec(Topics topics) {
		this.topics = topics;
		for (EventType type : EventType.values()) {
			this.json.put(type, new ContractJson(type));
		}
	}

	public Topics topics() {
		return this.topics;
	}

	/**
	 * The record that carries an event; a tombstone for a forgotten person.
	 */
	public ProducerRecord<byte[], byte[]> encode(Envelope envelope) {
		Event event = envelope.event();
		return encode(envelope, EventType.of(event),
				(event instanceof CandidateForgotten) ? null : ContractJson.write(event));
	}

	/**
	 * A record without a value, which removes the key from a compacted topic.
	 */
	public ProducerRecord<byte[], byte[]> tombstone(EventType type, String source, String key, Instant time) {
		Event about = new CandidateForgotten(key);
		return encode(new Envelope(UUID.randomUUID().toString(), source, time, null, about), type, null);
	}

	private ProducerRecord<byte[], byte[]> encode(Envelope envelope, EventType type, byte @Nullable [] data) {
		Event event = envelope.event();
		CloudEventBuilder builder = CloudEventBuilder.v1()
			.withId(envelope.id())
			.withSource(URI.create(envelope.source()))
			.withType(type.ceType())
			.withSubject(event.subject())
			.withTime(envelope.time().atOffset(ZoneOffset.UTC))
			.withDataContentType(JSON)
			.withDataSchema(URI.create(type.dataSchema()))
			.withExtension("partitionkey", event.candidateId());
		CloudEvent cloudEvent = (data != null) ? builder.withData(data).build() : builder.build();
		byte[] key = event.candidateId().getBytes(StandardCharsets.UTF_8);
		ProducerRecord<byte[], byte[]> written = KafkaMessageFactory.createWriter(this.topics.name(type), null, key)
			.writeBinary(cloudEvent);
		if (envelope.traceparent() != null) {
			written.headers()
				.add(new RecordHeader(TRACEPARENT, envelope.traceparent().getBytes(StandardCharsets.UTF_8)));
		}
		return written;
	}

	/**
	 * Read a record of one of the topics, whoever wrote it.
	 */
	public Decoded decode(ConsumerRecord<byte[], byte[]> message) {
		try {
			return new Decoded.Read(read(message));
		}
		catch (UnreadableException ex) {
			return new Decoded.Unreadable(ex.reason(), ex.breach());
		}
	}

	private Envelope read(ConsumerRecord<byte[], byte[]> message) {
		EventType type = this.topics.typeOf(message.topic())
			.orElseThrow(() -> new UnreadableException(Breach.Rule.UNKNOWN_TOPIC,
					"the topic '" + message.topic() + "' carries no known event"));
		String key = key(message);
		Instant timestamp = Instant.ofEpochMilli(Math.max(0, message.timestamp()));
		if (message.value() == null) {
			return tombstone(type, key, timestamp, message);
		}
		CloudEvent cloudEvent = cloudEvent(message.headers(), message.value());
		requireType(type, cloudEvent);
		CloudEventData data = cloudEvent.getData();
		Event event = contract(type).read((data != null) ? data.toBytes() : new byte[0]);
		if (!event.candidateId().equals(key)) {
			throw new UnreadableException(Breach.Rule.FOREIGN_KEY,
					"the key '" + key + "' is not the candidateId '" + event.candidateId() + "'");
		}
		Instant time = (cloudEvent.getTime() != null) ? cloudEvent.getTime().toInstant() : timestamp;
		return new Envelope(cloudEvent.getId(), cloudEvent.getSource().toString(), time, traceparent(message.headers()),
				event);
	}

	private ContractJson contract(EventType type) {
		ContractJson contract = this.json.get(type);
		if (contract == null) {
			throw new IllegalStateException("No contract for " + type);
		}
		return contract;
	}

	/**
	 * Any null value counts, with or without CloudEvents headers: tombstones are often
	 * written by tools that know nothing of them.
	 */
	private Envelope tombstone(EventType type, String key, Instant timestamp, ConsumerRecord<byte[], byte[]> message) {
		if (type != EventType.CANDIDATE_PROFILED) {
			throw new UnreadableException(Breach.Rule.MISSING_VALUE, "the value is missing");
		}
		String id = message.topic() + "-" + message.partition() + "-" + message.offset();
		String source = "/kafka";
		Instant time = timestamp;
		if (message.headers().lastHeader("ce_id") != null) {
			CloudEvent cloudEvent = cloudEvent(message.headers(), null);
			id = cloudEvent.getId();
			source = cloudEvent.getSource().toString();
			time = (cloudEvent.getTime() != null) ? cloudEvent.getTime().toInstant() : timestamp;
		}
		return new Envelope(id, source, time, traceparent(message.headers()), new CandidateForgotten(key));
	}

	private static String key(ConsumerRecord<byte[], byte[]> message) {
		if (message.key() == null) {
			throw new UnreadableException(Breach.Rule.MISSING_KEY, "the key is missing: it is the candidate's id");
		}
		String key = new String(message.key(), StandardCharsets.UTF_8);
		if (!Ids.valid(key)) {
			throw new UnreadableException(Breach.Rule.WRONG_KEY,
					"the key is not an id of 1 to 128 characters of A–Z a–z 0–9 . _ ~ @ : -");
		}
		return key;
	}

	private static CloudEvent cloudEvent(Headers headers, byte @Nullable [] value) {
		try {
			return KafkaMessageFactory.createReader(headers, value).toEvent();
		}
		catch (CloudEventRWException | IllegalStateException | IllegalArgumentException ex) {
			throw new UnreadableException(Breach.Rule.WRONG_HEADERS,
					"the CloudEvents headers cannot be read: " + ex.getMessage());
		}
	}

	private static void requireType(EventType type, CloudEvent cloudEvent) {
		if (cloudEvent.getId().isBlank()) {
			throw new UnreadableException(Breach.Rule.WRONG_HEADERS, "header ce_id is empty");
		}
		if (!type.ceType().equals(cloudEvent.getType())) {
			throw new UnreadableException(Breach.Rule.WRONG_TYPE,
					"header ce_type is '" + cloudEvent.getType() + "', expected '" + type.ceType() + "'");
		}
		String contentType = cloudEvent.getDataContentType();
		if (contentType != null && !contentType.toLowerCase(java.util.Locale.ROOT).startsWith(JSON)) {
			throw new UnreadableException(Breach.Rule.WRONG_CONTENT_TYPE,
					"header content-type is '" + contentType + "', expected '" + JSON + "'");
		}
	}

	private static @Nullable String traceparent(Headers headers) {
		var header = headers.lastHeader(TRACEPARENT);
		return (header != null && header.value() != null) ? new String(header.value(), StandardCharsets.UTF_8) : null;
	}

}
