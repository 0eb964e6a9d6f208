package org.vivavoce.contracts;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Events as Kafka records: CloudEvents 1.0 with JSON data, written in binary mode, read
 * in binary and structured mode.
 */
public final class EventCodec {

	private static final String JSON = "application/json";

	private final Topics topics;

	private final EventTimes times;

	private final Map<EventType, ContractJson> json = new EnumMap<>(EventType.class);

	/**
	 * A codec for events of the past, and up to a day ahead of the clock of this machine.
	 */
	public EventCodec(Topics topics) {
		this(topics, EventTimes.byDefault());
	}

	/**
	 * A codec.
	 * @param times when events that are read may have happened
	 */
	public EventCodec(Topics topics, EventTimes times) {
		this.topics = topics;
		this.times = times;
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
				.add(new RecordHeader(CloudEventAttributes.TRACEPARENT,
						envelope.traceparent().getBytes(StandardCharsets.UTF_8)));
		}
		return written;
	}

	/**
	 * Read a record of one of the topics, whoever wrote it. Never fails: one record must
	 * not hold up those behind it, so whatever goes wrong with it makes it unreadable.
	 */
	public Decoded decode(ConsumerRecord<byte[], byte[]> message) {
		try {
			return new Decoded.Read(read(message));
		}
		catch (UnreadableException ex) {
			return new Decoded.Unreadable(ex.reason(), ex.breach());
		}
		catch (RuntimeException | StackOverflowError ex) {
			return new Decoded.Unreadable("the record cannot be decoded: " + ex, Breach.of(Breach.Rule.UNDECODABLE));
		}
	}

	private Envelope read(ConsumerRecord<byte[], byte[]> message) {
		EventType type = this.topics.typeOf(message.topic())
			.orElseThrow(() -> new UnreadableException(Breach.Rule.UNKNOWN_TOPIC,
					"the topic '" + message.topic() + "' carries no known event"));
		String key = key(message);
		Envelope envelope = (message.value() == null) ? tombstone(type, key, message)
				: event(type, message, message.value());
		if (!envelope.event().candidateId().equals(key)) {
			throw new UnreadableException(Breach.Rule.FOREIGN_KEY,
					"the key '" + key + "' is not the candidateId '" + envelope.event().candidateId() + "'");
		}
		this.times.require(envelope.time());
		this.times.require(envelope.occurredAt());
		return envelope;
	}

	private Envelope event(EventType type, ConsumerRecord<byte[], byte[]> message, byte[] value) {
		CloudEventAttributes attributes;
		JsonNode data;
		if (CloudEventAttributes.isStructured(message.headers())) {
			JsonNode structured = ContractJson.parse(value);
			attributes = CloudEventAttributes.of(structured);
			requireType(type, attributes);
			data = structuredData(structured);
		}
		else {
			attributes = CloudEventAttributes.of(message.headers());
			requireType(type, attributes);
			data = ContractJson.parse(value);
		}
		return envelope(attributes, message, contract(type).read(data));
	}

	private static JsonNode structuredData(JsonNode structured) {
		JsonNode text = structured.get("data_base64");
		if (text != null && text.isString()) {
			return ContractJson.parse(Base64.getDecoder().decode(text.stringValue()));
		}
		JsonNode data = structured.get("data");
		if (data == null) {
			throw new UnreadableException(Breach.Rule.MISSING_VALUE, "the CloudEvent has no data");
		}
		return data;
	}

	private static Envelope envelope(CloudEventAttributes attributes, ConsumerRecord<byte[], byte[]> message,
			Event event) {
		Instant time = (attributes.time() != null) ? attributes.time() : timestamp(message);
		return new Envelope(attributes.id(), attributes.source(), time, attributes.traceparent(), event);
	}

	/**
	 * When the record was written; a producer may have given none, or nonsense.
	 */
	private static Instant timestamp(ConsumerRecord<byte[], byte[]> message) {
		return Instant.ofEpochMilli(Math.max(0, message.timestamp()));
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
	private static Envelope tombstone(EventType type, String key, ConsumerRecord<byte[], byte[]> message) {
		if (type != EventType.CANDIDATE_PROFILED) {
			throw new UnreadableException(Breach.Rule.MISSING_VALUE, "the value is missing");
		}
		CandidateForgotten forgotten = new CandidateForgotten(key);
		if (message.headers().lastHeader("ce_id") != null) {
			return envelope(CloudEventAttributes.of(message.headers()), message, forgotten);
		}
		String id = message.topic() + "-" + message.partition() + "-" + message.offset();
		return new Envelope(id, "/kafka", timestamp(message), null, forgotten);
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

	private static void requireType(EventType type, CloudEventAttributes attributes) {
		if (!type.ceType().equals(attributes.type())) {
			throw new UnreadableException(Breach.Rule.WRONG_TYPE,
					"header ce_type is '" + attributes.type() + "', expected '" + type.ceType() + "'");
		}
		if (attributes.isForeignData()) {
			throw new UnreadableException(Breach.Rule.WRONG_CONTENT_TYPE,
					"header content-type is '" + attributes.contentType() + "', expected '" + JSON + "'");
		}
	}

}
