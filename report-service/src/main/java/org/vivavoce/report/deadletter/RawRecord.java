package org.vivavoce.report.deadletter;

import java.nio.ByteBuffer;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.digest.Sha256;

/**
 * A record as its producer wrote it.
 *
 * @param timestamp in milliseconds; negative when the record has none
 */
public record RawRecord(byte @Nullable [] key, List<Header> headers, byte @Nullable [] value, long timestamp) {

	/**
	 * A header; its value may be anything.
	 */
	public record Header(String name, byte @Nullable [] value) {

	}

	public RawRecord {
		headers = List.copyOf(headers);
	}

	RawRecord with(byte[] edited) {
		return new RawRecord(this.key, this.headers, edited, this.timestamp);
	}

	/**
	 * In bytes.
	 */
	int size() {
		return length(this.key) + length(this.value)
				+ this.headers.stream().mapToInt((header) -> header.name().length() + length(header.value())).sum();
	}

	/**
	 * Tells this key and value from others.
	 */
	String digest() {
		byte[] lengths = ByteBuffer.allocate(8)
			.putInt((this.key != null) ? length(this.key) : -1)
			.putInt((this.value != null) ? length(this.value) : -1)
			.array();
		return Sha256.hex(lengths, (this.key != null) ? this.key : new byte[0],
				(this.value != null) ? this.value : new byte[0]);
	}

	/**
	 * As it would be read from a topic.
	 */
	ConsumerRecord<byte[], byte[]> readFrom(String topic) {
		return new ConsumerRecord<>(topic, 0, 0, this.timestamp, TimestampType.CREATE_TIME, length(this.key),
				length(this.value), this.key, this.value, recordHeaders(), java.util.Optional.empty());
	}

	/**
	 * To be written to a topic. It keeps its time, which counts where an event has none.
	 */
	ProducerRecord<byte[], byte[]> writtenTo(String topic) {
		return new ProducerRecord<>(topic, null, (this.timestamp >= 0) ? this.timestamp : null, this.key, this.value,
				recordHeaders());
	}

	private RecordHeaders recordHeaders() {
		RecordHeaders copied = new RecordHeaders();
		this.headers.forEach((header) -> copied.add(header.name(), header.value()));
		return copied;
	}

	private static int length(byte @Nullable [] bytes) {
		return (bytes != null) ? bytes.length : 0;
	}

}
