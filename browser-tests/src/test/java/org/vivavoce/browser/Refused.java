package org.vivavoce.browser;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.JsonNode;

import org.vivavoce.testing.pipeline.StandaloneProcess;

import static org.awaitility.Awaitility.await;

/**
 * A record that cannot be read, on the dead letter topic: the pipeline need not complain
 * of it first.
 */
final class Refused {

	private static final String KEY = "refused-example";

	private Refused() {
	}

	/**
	 * Send it and wait until it is a dead letter.
	 * @return the id of the letter
	 */
	static String record(StandaloneProcess pipeline) {
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>("answer-scored-dlt", bytes(KEY),
				bytes("{\"candidateId\": \"" + KEY + "\", \"rating\": 7, \"notes\": \"<b>bold</b>\"}"));
		Map.of("ce_specversion", "1.0", "ce_id", "refused-1", "ce_source", "/another-system", "ce_type",
				"org.vivavoce.answer-scored.v1", "dlt-reason", "field 'interviewId': required property not found")
			.forEach((name, value) -> record.headers().add(name, bytes(value)));
		try (var producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", "localhost:" + pipeline.ports().kafka(), "acks", "all"),
				new ByteArraySerializer(), new ByteArraySerializer())) {
			producer.send(record).get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		return await().atMost(Duration.ofSeconds(20))
			.until(() -> letters(pipeline), (found) -> !found.isEmpty())
			.get(0)
			.get("id")
			.asString();
	}

	private static JsonNode letters(StandaloneProcess pipeline) {
		return pipeline.as("admin").get("/dead-letters?key=" + KEY).require(200).json().get("items");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
