package org.vivavoce.platform.projection;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Why a batch does not get done.
 *
 * @param cause what the store or the broker says, in one line
 * @param waiting the first offset of each partition that waits
 */
record Stall(String cause, Map<String, Long> waiting) {

	private static final int LONGEST = 500;

	Stall {
		waiting = Map.copyOf(waiting);
	}

	static Stall of(List<ConsumerRecord<byte[], byte[]>> messages, Throwable failure) {
		Map<String, Long> waiting = new TreeMap<>();
		messages.forEach((message) -> waiting.merge(new TopicPartition(message.topic(), message.partition()).toString(),
				message.offset(), Math::min));
		Throwable cause = failure;
		while (cause.getCause() != null && cause.getCause() != cause) {
			cause = cause.getCause();
		}
		String text = (cause == failure) ? String.valueOf(failure) : failure.getMessage() + ", because of " + cause;
		String line = text.replaceAll("\\p{Cntrl}+", " ");
		return new Stall((line.length() > LONGEST) ? line.substring(0, LONGEST) + "…" : line, waiting);
	}

	/**
	 * For the log: where, and why.
	 */
	String describe() {
		StringBuilder places = new StringBuilder();
		new TreeMap<>(this.waiting).forEach((partition,
				offset) -> places.append(places.isEmpty() ? "at " : ", ").append(partition).append('@').append(offset));
		return places + ": " + this.cause;
	}

}
