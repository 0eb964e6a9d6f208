package org.vivavoce.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

import org.vivavoce.testing.pipeline.Ports;

/**
 * MongoDB's own sink under Kafka Connect: it writes each event as one document, and folds
 * nothing.
 */
final class SinkPeer {

	private SinkPeer() {
	}

	/**
	 * Let it write all events of these topics.
	 * @return events per second, once a third is written
	 */
	static double rate(Path directory, Backing backing, EventLog log, String database, long events) {
		Path plugins = Path.of("benchmarks/target/plugins").toAbsolutePath();
		Path worker = write(directory.resolve(database + "-worker.properties"), """
				bootstrap.servers=%s
				plugin.path=%s
				plugin.discovery=only_scan
				listeners=http://127.0.0.1:%d
				offset.storage.file.filename=%s
				key.converter=org.apache.kafka.connect.storage.StringConverter
				value.converter=org.apache.kafka.connect.json.JsonConverter
				value.converter.schemas.enable=false
				consumer.auto.offset.reset=earliest
				consumer.max.poll.records=2000
				connector.client.config.override.policy=All
				""".formatted(backing.kafka(), plugins, Ports.freePort(), directory.resolve(database + ".offsets")));
		Path sink = write(directory.resolve(database + "-sink.properties"), """
				name=%s
				connector.class=com.mongodb.kafka.connect.MongoSinkConnector
				tasks.max=1
				topics=%s
				connection.uri=%s
				database=%s
				collection=events
				document.id.strategy=com.mongodb.kafka.connect.sink.processor.id.strategy.KafkaMetaDataStrategy
				writemodel.strategy=com.mongodb.kafka.connect.sink.writemodel.strategy.ReplaceOneDefaultStrategy
				""".formatted(database, String.join(",", log.topics()), backing.mongodb(), database));
		try (JavaProcess peer = JavaProcess.ofClass(database, directory, List.of("-Xmx1g"),
				"org.apache.kafka.connect.cli.ConnectStandalone", List.of(worker.toString(), sink.toString()));
				MongoClient client = MongoClients.create(backing.mongodb())) {
			MongoCollection<Document> collection = client.getDatabase(database).getCollection("events");
			Progress progress = new Progress(events);
			return Waiting.until("the sink has written all events", Duration.ofMinutes(5), () -> {
				if (!peer.isAlive()) {
					throw new IllegalStateException("Kafka Connect has ended, see " + peer.output());
				}
				progress.at(collection.estimatedDocumentCount());
				return progress.isDone() ? Optional.of(progress.rate()) : Optional.empty();
			});
		}
	}

	private static Path write(Path file, String text) {
		try {
			return Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
