package org.vivavoce.report.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Decoded;
import org.vivavoce.contracts.EventCodec;
import org.vivavoce.contracts.Topics;

/**
 * A record of a dead letter topic. Anybody may have written it, so its headers are only
 * believed where they make sense.
 *
 * @param place where the record was refused, as {@code topic-partition-offset}; where it
 * lies on the dead letter topic if it does not say
 * @param ownPlace where it lies on the dead letter topic
 * @param partition of the place; null if the record does not say
 * @param kind what equal faults have in common
 * @param replayed the dead letter that it was sent again for
 * @param attempt which sending of that dead letter
 * @param leftOut whether the content is missing because it is too large
 */
record Refusal(String place, String ownPlace, String topic, @Nullable Integer partition, @Nullable Long offset,
		RawRecord raw, String kind, String reason, Instant at, @Nullable String replayed, @Nullable Integer attempt,
		boolean leftOut, int size) {

	/**
	 * What is ours among the headers.
	 */
	static final String PREFIX = "dlt-";

	static final String REPLAYED = PREFIX + "replayed";

	static final String ATTEMPT = PREFIX + "attempt";

	static final String REPLAYED_BY = PREFIX + "replayed-by";

	/**
	 * In bytes. A value of 1 MiB fits, with its headers.
	 */
	static final int LARGEST = (1 << 20) + (1 << 16);

	static final String TOO_LARGE = "too-large";

	/**
	 * The kind of a record that keeps the contract, but could not be applied.
	 */
	static final String UNWRITABLE = "unwritable";

	/**
	 * The kind of a record that breaks no rule any more.
	 */
	static final String READABLE = "readable";

	private static final int LONGEST_REASON = 1100;

	static Refusal of(ConsumerRecord<byte[], byte[]> message, EventCodec codec) {
		String topic = message.topic().substring(0, message.topic().length() - Topics.DEAD_LETTER_SUFFIX.length());
		Long partition = number(message, "dlt-original-partition");
		Long offset = number(message, "dlt-original-offset");
		Long timestamp = number(message, "dlt-original-timestamp");
		RawRecord raw = new RawRecord(message.key(), headers(message), message.value(),
				(timestamp != null) ? timestamp : message.timestamp());
		Long leftOut = number(message, "dlt-left-out");
		boolean tooLarge = leftOut != null || raw.size() > LARGEST;
		String ownPlace = message.topic() + "-" + message.partition() + "-" + message.offset();
		boolean placed = topic.equals(text(message, "dlt-original-topic")) && partition != null && offset != null
				&& partition <= Integer.MAX_VALUE;
		Decoded decoded = codec.decode(raw.readFrom(topic));
		String reason = Objects.requireNonNullElseGet(text(message, "dlt-reason"), () -> reason(decoded));
		return new Refusal(placed ? topic + "-" + partition + "-" + offset : ownPlace, ownPlace, topic,
				placed ? Objects.requireNonNull(partition).intValue() : null, placed ? offset : null,
				tooLarge ? new RawRecord(null, List.of(), null, raw.timestamp()) : raw,
				tooLarge ? TOO_LARGE : kind(decoded, text(message, PREFIX + "kind")), line(reason),
				Instant.ofEpochMilli(Math.max(0, message.timestamp())), text(message, REPLAYED), attempt(message),
				tooLarge, (leftOut != null) ? (int) Math.min(leftOut, Integer.MAX_VALUE) : raw.size());
	}

	private static String kind(Decoded decoded, @Nullable String said) {
		return (decoded instanceof Decoded.Read && UNWRITABLE.equals(said)) ? UNWRITABLE : kind(decoded);
	}

	static String kind(Decoded decoded) {
		return (decoded instanceof Decoded.Unreadable unreadable) ? unreadable.breach().kind() : READABLE;
	}

	private static String reason(Decoded decoded) {
		return (decoded instanceof Decoded.Unreadable unreadable) ? unreadable.reason() : "not said";
	}

	private static @Nullable Integer attempt(ConsumerRecord<byte[], byte[]> message) {
		Long attempt = number(message, ATTEMPT);
		return (attempt != null && attempt <= Integer.MAX_VALUE) ? attempt.intValue() : null;
	}

	private static List<RawRecord.Header> headers(ConsumerRecord<byte[], byte[]> message) {
		List<RawRecord.Header> headers = new ArrayList<>();
		message.headers().forEach((header) -> {
			if (!header.key().startsWith(PREFIX)) {
				headers.add(new RawRecord.Header(header.key(), header.value()));
			}
		});
		return headers;
	}

	private static String line(String text) {
		String line = text.replaceAll("\\p{Cntrl}+", " ");
		return (line.length() > LONGEST_REASON) ? line.substring(0, LONGEST_REASON) + "…" : line;
	}

	private static @Nullable Long number(ConsumerRecord<byte[], byte[]> message, String header) {
		String text = text(message, header);
		return (text != null && text.matches("\\d{1,18}")) ? Long.valueOf(text) : null;
	}

	private static @Nullable String text(ConsumerRecord<byte[], byte[]> message, String header) {
		var found = message.headers().lastHeader(header);
		return (found != null && found.value() != null) ? new String(found.value(), StandardCharsets.UTF_8) : null;
	}

}
