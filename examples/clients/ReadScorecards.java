import java.io.FileReader;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads scorecard-updated up to a candidate's. Arguments: bootstrap servers, candidate, file with security settings (none). */
class ReadScorecards {

	public static void main(String[] args) throws Exception {
		var settings = new Properties();
		if (args.length > 2) {
			settings.load(new FileReader(args[2]));
		}
		settings.put("bootstrap.servers", args[0]);
		settings.put("group.id", "my-dashboard-java");
		settings.put("auto.offset.reset", "earliest");
		settings.put("isolation.level", "read_committed");
		try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
			consumer.subscribe(List.of("scorecard-updated"));
			while (true) {
				for (var message : consumer.poll(Duration.ofSeconds(1))) {
					// without a value: the person was forgotten; otherwise keep the highest version of each candidate
					System.out.println(message.key() + " " + message.value());
					if (message.key().equals(args[1])) {
						return;
					}
				}
			}
		}
	}

}
