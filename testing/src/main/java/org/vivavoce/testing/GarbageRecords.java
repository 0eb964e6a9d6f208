package org.vivavoce.testing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.EventCodec;
import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.contracts.Envelope;

/**
 * Records that began as good events and were damaged in one to four ways: headers that
 * are gone, empty, doubled, in wrong encodings; extreme numbers and times; JSON that is
 * cut off, nested or exchanged. Some are still good. The same seed gives the same
 * records.
 */
public final class GarbageRecords {

	private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1,
			StandardCharsets.UTF_16LE);

	private static final List<String> TEXTS = List.of("", " ", "\u0000", "null", "NaN", "1e999999", "-0", "0x10",
			"9".repeat(20_000), "[".repeat(5_000), "{\"a\":".repeat(600), "\"\\ud800\"", "\ufeff{}", "true", "\r\n",
			"+292278994-08-17T07:12:55Z", "-999999999-01-01T00:00:00Z", "9999-12-31T23:59:60Z", "2026-02-30T00:00:00Z",
			"1969-12-31T23:59:59Z", "0.3", "2.0", "application/cloudevents+json", "application/cloudevents-batch+json",
			"text/plain", ";;;", "..", "http://[", "a b", "é".repeat(2_000));

	private static final List<String> HEADERS = List.of("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time",
			"ce_subject", "ce_dataschema", "ce_partitionkey", "content-type", "traceparent", "ce_my_ext", "ce_", "");

	private final Random random;

	private final List<ProducerRecord<byte[], byte[]>> good;

	/**
	 * Damaged copies of these events.
	 */
	public GarbageRecords(long seed, EventCodec codec, List<Envelope> events) {
		this.random = new Random(seed);
		this.good = events.stream().map(codec::encode).toList();
	}

	/**
	 * Damaged copies of one closing of an interview.
	 */
	public static GarbageRecords ofClosings(long seed, EventCodec codec, String candidate) {
		Instant time = Instant.parse("2026-05-04T08:00:00Z");
		return new GarbageRecords(seed, codec, List.of(Envelope.of("/garbage", time, null,
				new InterviewClosed("iv-garbage", candidate, InterviewOutcome.COMPLETED, time))));
	}

	/**
	 * The next record, as a consumer gets it.
	 */
	public ConsumerRecord<byte[], byte[]> next(long offset) {
		ProducerRecord<byte[], byte[]> message = next();
		long timestamp = oneOf(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, 1_777_881_600_000L);
		return new ConsumerRecord<>(message.topic(), 0, offset, timestamp, TimestampType.CREATE_TIME,
				(message.key() != null) ? message.key().length : -1,
				(message.value() != null) ? message.value().length : -1, message.key(), message.value(),
				message.headers(), Optional.empty());
	}

	/**
	 * The next record, to be sent.
	 */
	public ProducerRecord<byte[], byte[]> next() {
		ProducerRecord<byte[], byte[]> start = this.good.get(this.random.nextInt(this.good.size()));
		byte[] key = start.key();
		byte[] value = start.value();
		Headers headers = new RecordHeaders(start.headers().toArray());
		for (int i = this.random.nextInt(4); i >= 0; i--) {
			switch (this.random.nextInt(10)) {
				case 0 -> key = this.random.nextBoolean() ? null : damaged(key);
				case 1, 2, 3 -> value = (this.random.nextInt(10) == 0) ? null : damaged(value);
				case 4 -> value = structured(value);
				default -> damage(headers);
			}
		}
		return new ProducerRecord<>(start.topic(), null, key, value, headers);
	}

	private void damage(Headers headers) {
		String name = HEADERS.get(this.random.nextInt(HEADERS.size()));
		Header last = headers.lastHeader(name);
		byte[] before = (last != null) ? last.value() : null;
		switch (this.random.nextInt(6)) {
			case 0 -> headers.remove(name);
			case 1 -> headers.remove(name).add(name, null);
			case 2 -> headers.add(name, null);
			case 3 -> headers.add(name, damaged(before));
			case 4 -> headers.remove(name).add(name, text().getBytes(StandardCharsets.UTF_8));
			default -> {
				List<Header> all = new ArrayList<>(List.of(headers.toArray()));
				all.forEach((header) -> headers.remove(header.key()));
				java.util.Collections.shuffle(all, this.random);
				all.forEach(headers::add);
			}
		}
	}

	private byte[] damaged(byte @Nullable [] bytes) {
		if (bytes == null || bytes.length == 0) {
			return text().getBytes(StandardCharsets.UTF_8);
		}
		String text = new String(bytes, StandardCharsets.UTF_8);
		return switch (this.random.nextInt(9)) {
			case 0 -> Arrays.copyOf(bytes, this.random.nextInt(bytes.length));
			case 1 -> flipped(bytes);
			case 2 -> text.getBytes(CHARSETS.get(this.random.nextInt(CHARSETS.size())));
			case 3 -> text().getBytes(StandardCharsets.UTF_8);
			case 4 -> (text + text).getBytes(StandardCharsets.UTF_8);
			case 5 -> ("[".repeat(1 + this.random.nextInt(1_000)) + text).getBytes(StandardCharsets.UTF_8);
			case 6, 7 -> exchanged(text).getBytes(StandardCharsets.UTF_8);
			default -> new byte[this.random.nextInt(100)];
		};
	}

	private byte[] flipped(byte[] bytes) {
		byte[] flipped = bytes.clone();
		for (int i = this.random.nextInt(4); i >= 0; i--) {
			flipped[this.random.nextInt(flipped.length)] ^= (byte) (1 << this.random.nextInt(8));
		}
		return flipped;
	}

	/**
	 * With another value in the place of one of those of the JSON.
	 */
	private String exchanged(String json) {
		String[] parts = json.split("(?<=:)|(?=[,}])");
		int at = this.random.nextInt(parts.length);
		parts[at] = switch (this.random.nextInt(4)) {
			case 0 -> text();
			case 1 -> '"' + text() + '"';
			case 2 -> "[" + parts[at] + "]";
			default -> "{\"x\":" + parts[at] + "}";
		};
		return String.join("", parts);
	}

	private byte[] structured(byte @Nullable [] value) {
		String data = (value != null) ? new String(value, StandardCharsets.UTF_8) : text();
		return """
				{"specversion":"1.0","id":"s","source":"/s","type":"org.vivavoce.interview-closed.v1","data":%s}"""
			.formatted(data)
			.getBytes(StandardCharsets.UTF_8);
	}

	private String text() {
		return TEXTS.get(this.random.nextInt(TEXTS.size()));
	}

	private long oneOf(long... values) {
		return values[this.random.nextInt(values.length)];
	}

}
