package org.vivavoce.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record that waits in the document whose change it tells of.
 *
 * @param id the event's id
 * @param at when it was written
 * @param value null for a tombstone
 */
public record OutboxEntry(String id, Instant at, String topic, String key, @Nullable String value,
		List<Header> headers) {

	/**
	 * The field of an aggregate's document that holds its entries.
	 */
	public static final String FIELD = "outbox";

	/**
	 * A header of the record, in its order.
	 */
	public record Header(String name, String value) {

	}

	static OutboxEntry of(String id, Instant at, ProducerRecord<byte[], byte[]> message) {
		List<Header> headers = StreamSupport.stream(message.headers().spliterator(), false)
			.map((header) -> new Header(header.key(), text(header.value())))
			.toList();
		byte[] value = message.value();
		return new OutboxEntry(id, at, message.topic(), text(message.key()), (value != null) ? text(value) : null,
				headers);
	}

	ProducerRecord<byte[], byte[]> toRecord() {
		// dated as it was written, however late it is sent
		ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(this.topic, null, this.at.toEpochMilli(),
				bytes(this.key), (this.value != null) ? bytes(this.value) : null);
		this.headers.forEach((header) -> message.headers().add(header.name(), bytes(header.value())));
		return message;
	}

	int size() {
		return (this.value != null) ? bytes(this.value).length : 0;
	}

	public Document toDocument() {
		return new Document("id", this.id).append("at", Date.from(this.at))
			.append("topic", this.topic)
			.append("key", this.key)
			.append("value", this.value)
			.append("headers",
					this.headers.stream()
						.map((header) -> new Document("name", header.name()).append("value", header.value()))
						.toList());
	}

	static OutboxEntry fromDocument(Document document) {
		return new OutboxEntry(document.getString("id"), document.getDate("at").toInstant(),
				document.getString("topic"), document.getString("key"), document.getString("value"),
				document.getList("headers", Document.class)
					.stream()
					.map((header) -> new Header(header.getString("name"), header.getString("value")))
					.toList());
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
