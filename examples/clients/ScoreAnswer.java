import java.io.FileReader;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Writes an answer-scored. Arguments: bootstrap servers, candidate, interviewer, file with security settings (none). */
class ScoreAnswer {

	public static void main(String[] args) throws Exception {
		var settings = new Properties();
		if (args.length > 3) {
			settings.load(new FileReader(args[3]));
		}
		settings.put("bootstrap.servers", args[0]);
		settings.put("acks", "all");
		var data = """
				{"interviewId": "interview-of-%1$s", "candidateId": "%1$s", "questionId": "first-question",
				 "questionRevision": 1, "interviewer": "%2$s", "submittedBy": "my-tool", "rating": 3, "redFlag": false,
				 "keyPointsHeard": [], "revision": 1, "scoredAt": "%3$s"}""".formatted(args[1], args[2], Instant.now());
		try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
			var message = new ProducerRecord<>("answer-scored", args[1], data);
			Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_source", "/my-tool", "ce_type",
					"org.vivavoce.answer-scored.v1", "content-type", "application/json")
				.forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
			System.out.println("Written to " + producer.send(message).get());
		}
	}

}
