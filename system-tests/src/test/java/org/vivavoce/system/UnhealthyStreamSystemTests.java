package org.vivavoce.system;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Envelope;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Streams with records that break the contract, and with records that come again.
 */
class UnhealthyStreamSystemTests {

	private static final int POISON_EVERY = 100;

	@Test
	void poisonIsSetAsideWithItsReasonAndAllHealthyRecordsCount() {
		List<Story> stories = Story.of(130, 3);
		List<Envelope> events = Sender.shuffled(stories, 4);
		try (Deployment deployment = new Deployment(Backing.shared(), "poison");
				Instance report = deployment.report();
				Sender sender = new Sender(deployment)) {
			List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
			List<Integer> poisonAt = new ArrayList<>();
			for (int each = 0; each < events.size(); each++) {
				if (each % POISON_EVERY == POISON_EVERY / 2) {
					poisonAt.add(messages.size());
					messages.add(Poison.of(sender.encode(events.get(each)), poisonAt.size()));
				}
				messages.add(sender.encode(events.get(each)));
			}
			List<RecordMetadata> places = sender.sendRecords(messages);

			report.awaitCaughtUp();
			report.assertTells(stories);
			Map<String, ProducerRecord<byte[], byte[]>> poison = new HashMap<>();
			poisonAt.forEach((index) -> poison.put(places.get(index).toString(), messages.get(index)));
			assertThat(poison).hasSizeGreaterThan(Poison.KINDS);
			List<ConsumerRecord<byte[], byte[]>> letters = Topic.read(deployment.backing().bootstrapServers(),
					deployment.deadLetters());
			assertThat(letters.stream().map(UnhealthyStreamSystemTests::origin))
				.containsExactlyInAnyOrderElementsOf(poison.keySet());
			assertThat(letters).allSatisfy((letter) -> {
				ProducerRecord<byte[], byte[]> original = Objects.requireNonNull(poison.get(origin(letter)));
				assertThat(letter.topic()).isEqualTo(original.topic() + "-dlt");
				assertThat(letter.key()).isEqualTo(original.key());
				assertThat(letter.value()).isEqualTo(original.value());
				assertThat(letter.headers()).containsAll(original.headers());
				assertThat(text(letter.headers(), "dlt-reason")).isNotBlank();
			});
		}
	}

	private static String origin(ConsumerRecord<byte[], byte[]> letter) {
		return text(letter.headers(), "dlt-original-topic") + "-" + text(letter.headers(), "dlt-original-partition")
				+ "@" + text(letter.headers(), "dlt-original-offset");
	}

	private static String text(Headers headers, String name) {
		return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
	}

	@Test
	void theSameEventsThreeTimesInAnyOrderGiveTheSameCardsAsOnce() {
		List<Story> stories = Story.of(60, 5);
		List<Envelope> once = Sender.shuffled(stories, 6);
		List<Envelope> thrice = new ArrayList<>(once);
		thrice.addAll(once);
		thrice.addAll(once);
		Collections.shuffle(thrice, new Random(7));
		try (Deployment calm = new Deployment(Backing.shared(), "once");
				Deployment repeated = new Deployment(Backing.shared(), "thrice");
				Instance expected = calm.report();
				Instance actual = repeated.report();
				Sender toCalm = new Sender(calm);
				Sender toRepeated = new Sender(repeated)) {
			toCalm.send(once);
			toRepeated.send(thrice);

			expected.awaitCaughtUp();
			actual.awaitCaughtUp();
			assertThat(actual.applied()).isEqualTo(3L * once.size());
			expected.assertTells(stories);
			assertThat(stories).allSatisfy(
					(story) -> assertThat(actual.card(story.candidate())).isEqualTo(expected.card(story.candidate())));
		}
	}

}
