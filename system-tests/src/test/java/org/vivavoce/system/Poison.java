package org.vivavoce.system;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a record breaks the contract.
 */
final class Poison {

	static final int KINDS = 10;

	private Poison() {
	}

	/**
	 * A healthy record spoilt.
	 * @param number chooses the way, and makes it differ from the others
	 */
	static ProducerRecord<byte[], byte[]> of(ProducerRecord<byte[], byte[]> healthy, int number) {
		byte[] key = healthy.key();
		String value = new String(healthy.value(), StandardCharsets.UTF_8);
		boolean compacted = healthy.topic().endsWith("candidate-profiled");
		return switch (number % KINDS) {
			case 0 -> copy(healthy, key, "no JSON at all " + number);
			case 1 -> copy(healthy, key, value.substring(0, value.length() / 2));
			case 2 -> copy(healthy, key, value.replace("\"candidateId\"", "\"candidat\""));
			case 3 -> copy(healthy, key, "[" + value + "]");
			case 4 -> with(copy(healthy, key, value), "ce_type", "org.vivavoce.something-else.v1");
			case 5 -> with(copy(healthy, key, value), "ce_type",
					new String(healthy.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8).replace(".v1",
							".v2"));
			// the broker itself refuses a record without a key on a compacted topic
			case 6 -> copy(healthy, compacted ? "no id!".getBytes(StandardCharsets.UTF_8) : null, value);
			case 7 -> copy(healthy, "somebody-else".getBytes(StandardCharsets.UTF_8), value);
			// without any CloudEvents header
			case 8 -> new ProducerRecord<>(healthy.topic(), null, key, healthy.value());
			default -> copy(healthy, key, "");
		};
	}

	private static ProducerRecord<byte[], byte[]> copy(ProducerRecord<byte[], byte[]> healthy, byte @Nullable [] key,
			String value) {
		return new ProducerRecord<>(healthy.topic(), null, key, value.getBytes(StandardCharsets.UTF_8),
				healthy.headers());
	}

	private static ProducerRecord<byte[], byte[]> with(ProducerRecord<byte[], byte[]> message, String header,
			String value) {
		message.headers().remove(header).add(header, value.getBytes(StandardCharsets.UTF_8));
		return message;
	}

}
