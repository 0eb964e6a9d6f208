package org.vivavoce.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

import org.vivavoce.embedded.EmbeddedBroker;
import org.vivavoce.embedded.EmbeddedStore;

/**
 * The broker and the store that integration tests run on: servers named by
 * {@code -Dvivavoce.kafka} and {@code -Dvivavoce.mongodb}, containers where Docker
 * answers, the embedded pair otherwise. Started once, ended with the JVM.
 *
 * @param kafka bootstrap servers
 * @param mongodb connection string without a database
 * @param kind what they are, for people
 */
public record BackingServices(String kafka, String mongodb, String kind) {

	private static final String KAFKA_IMAGE = "apache/kafka:4.2.1";

	private static final String MONGODB_IMAGE = "mongo:8.0";

	/**
	 * The services of this JVM.
	 */
	public static BackingServices shared() {
		return Holder.SHARED;
	}

	private static BackingServices start() {
		BackingServices services = choose();
		System.out.println("Backing services: " + services.kind());
		return services;
	}

	private static BackingServices choose() {
		String kafka = System.getProperty("vivavoce.kafka");
		String mongodb = System.getProperty("vivavoce.mongodb");
		if (kafka != null && mongodb != null) {
			return new BackingServices(kafka, mongodb, "named servers, " + kafka + " and " + mongodb);
		}
		return dockerAnswers() ? containers() : embedded();
	}

	private static boolean dockerAnswers() {
		boolean configured = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
		return configured && DockerClientFactory.instance().isDockerAvailable();
	}

	private static BackingServices containers() {
		KafkaContainer kafka = new KafkaContainer(KAFKA_IMAGE);
		MongoDBContainer mongodb = new MongoDBContainer(MONGODB_IMAGE);
		kafka.start();
		mongodb.start();
		return new BackingServices(kafka.getBootstrapServers(), mongodb.getConnectionString(),
				"containers, " + KAFKA_IMAGE + " and " + MONGODB_IMAGE);
	}

	private static BackingServices embedded() {
		try {
			Path directory = Files.createTempDirectory("vivavoce-test");
			EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
			EmbeddedStore store = EmbeddedStore.start(directory.resolve("store"), 0);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				broker.close();
				store.close();
				TemporaryFiles.delete(directory);
			}));
			return new BackingServices(broker.bootstrapServers(), store.connectionString(),
					"embedded, because Docker does not answer");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class Holder {

		static final BackingServices SHARED = start();

	}

}
