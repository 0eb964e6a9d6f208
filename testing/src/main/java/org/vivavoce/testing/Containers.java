package org.vivavoce.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * Kafka and MongoDB as containers. Testcontainers removes them when the JVM ends, by its
 * reaper or, where that is disabled, by a shutdown hook.
 */
final class Containers {

	private static final String KAFKA_IMAGE = "apache/kafka:4.2.1";

	private static final String MONGODB_IMAGE = "mongo:8.0";

	private static final long PULL_MINUTES = 5;

	private Containers() {
	}

	/**
	 * Whether Docker answers.
	 * @throws IllegalStateException if it does, but no reaper can be started on it
	 */
	static boolean available() {
		boolean configured = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
		try {
			return configured && DockerClientFactory.instance().isDockerAvailable();
		}
		catch (ContainerFetchException | ContainerLaunchException ex) {
			throw new IllegalStateException("Docker answers, but Testcontainers' reaper does not start: "
					+ ex.getMessage() + ". TESTCONTAINERS_RYUK_DISABLED=true does without it", ex);
		}
	}

	/**
	 * Start both.
	 * @throws IllegalStateException if an image is neither present nor pulled in 5
	 * minutes
	 */
	static BackingServices start() {
		List.of(KAFKA_IMAGE, MONGODB_IMAGE).forEach(Containers::provide);
		KafkaContainer kafka = new KafkaContainer(KAFKA_IMAGE);
		MongoDBContainer mongodb = new MongoDBContainer(MONGODB_IMAGE);
		kafka.start();
		mongodb.start();
		return new BackingServices(kafka.getBootstrapServers(), mongodb.getConnectionString(),
				"containers, " + KAFKA_IMAGE + " and " + MONGODB_IMAGE);
	}

	/**
	 * Testcontainers would try to pull for minutes, also where there is no network, and
	 * not say why in the end.
	 */
	private static void provide(String image) {
		DockerImageName name = ImageNameSubstitutor.instance().apply(DockerImageName.parse(image));
		DockerClient docker = DockerClientFactory.instance().client();
		try {
			docker.inspectImageCmd(name.asCanonicalNameString()).exec();
		}
		catch (NotFoundException ex) {
			pull(docker, name);
		}
	}

	private static void pull(DockerClient docker, DockerImageName name) {
		System.out.println("Pulling " + name.asCanonicalNameString());
		try (PullImageResultCallback pull = new PullImageResultCallback()) {
			docker.pullImageCmd(name.getUnversionedPart()).withTag(name.getVersionPart()).exec(pull);
			if (!pull.awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES)) {
				throw new DockerClientException("not finished after " + PULL_MINUTES + " minutes");
			}
		}
		catch (DockerException | DockerClientException ex) {
			throw new IllegalStateException("Docker answers, but the image " + name.asCanonicalNameString()
					+ " is neither present nor can it be pulled: " + String.valueOf(ex.getMessage()).strip()
					+ ". Other servers can be named by -Dvivavoce.kafka and -Dvivavoce.mongodb", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
