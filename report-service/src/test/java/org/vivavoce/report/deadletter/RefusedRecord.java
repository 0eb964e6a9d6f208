package org.vivavoce.report.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

import org.vivavoce.contracts.EventCodec;
import org.vivavoce.contracts.Topics;

/**
 * Records of a dead letter topic, as tests need them.
 *
 * @param place partition and offset where it was refused
 */
record RefusedRecord(String topic, String key, String value, int place, long at, Map<String, String> headers) {

	static RefusedRecord of(String key, int place) {
		return new RefusedRecord("answer-scored", key, "{}", place, 1_000, Map.of());
	}

	RefusedRecord value(String other) {
		return new RefusedRecord(this.topic, this.key, other, this.place, this.at, this.headers);
	}

	RefusedRecord at(long millis) {
		return new RefusedRecord(this.topic, this.key, this.value, this.place, millis, this.headers);
	}

	RefusedRecord place(int other) {
		return new RefusedRecord(this.topic, this.key, this.value, other, this.at, this.headers);
	}

	RefusedRecord topic(String other) {
		return new RefusedRecord(other, this.key, this.value, this.place, this.at, this.headers);
	}

	RefusedRecord header(String name, String text) {
		Map<String, String> more = new TreeMap<>(this.headers);
		more.put(name, text);
		return new RefusedRecord(this.topic, this.key, this.value, this.place, this.at, more);
	}

	/**
	 * On the dead letter topic.
	 * @param offset where it lies there
	 */
	ConsumerRecord<byte[], byte[]> record(long offset) {
		RecordHeaders all = new RecordHeaders();
		Map<String, String> ours = new TreeMap<>(Map.of("dlt-reason", "because", "dlt-original-topic", this.topic,
				"dlt-original-partition", "0", "dlt-original-offset", Integer.toString(this.place),
				"dlt-original-timestamp", Long.toString(this.at)));
		ours.putAll(this.headers);
		ours.forEach((name, text) -> all.add(name, bytes(text)));
		return new ConsumerRecord<>(this.topic + "-dlt", 0, offset, this.at, TimestampType.CREATE_TIME, 0, 0,
				bytes(this.key), bytes(this.value), all, java.util.Optional.empty());
	}

	Refusal refusal() {
		return Refusal.of(record(this.place + 100), new EventCodec(new Topics("")));
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
