package org.vivavoce.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.vivavoce.testing.Tokens;
import org.vivavoce.testing.pipeline.Ports;

/**
 * report-service alone, from its jar.
 */
record ReportService(JavaProcess process, int port) implements AutoCloseable {

	static final Path JAR = Path.of("report-service/target/report-service-0.1.0-SNAPSHOT-exec.jar");

	static ReportService start(String name, Path directory, Backing backing, String prefix, String database,
			List<String> options, String... settings) {
		int port = Ports.freePort();
		List<String> args = new ArrayList<>(List.of("--server.port=" + port,
				"--spring.kafka.bootstrap-servers=" + backing.kafka(), "--vivavoce.topics.prefix=" + prefix,
				"--spring.mongodb.uri=" + backing.mongodb() + "/" + database,
				"--spring.security.oauth2.resourceserver.jwt.public-key-location=" + Tokens.publicKeyLocation()));
		args.addAll(List.of(settings));
		return new ReportService(JavaProcess.ofJar(name, directory, options, JAR, args), port);
	}

	/**
	 * Wait until it answers.
	 */
	Metrics metrics() {
		Metrics metrics = new Metrics(this.port, Tokens.of("benchmark", "metrics:read"));
		Waiting.until("report-service answers", Duration.ofMinutes(2), () -> {
			if (!this.process.isAlive()) {
				throw new IllegalStateException("report-service has ended, see " + this.process.output());
			}
			return metrics.isThere() ? Optional.of(true) : Optional.empty();
		});
		return metrics;
	}

	/**
	 * Wait until so many events are applied.
	 */
	Progress applied(long events, Duration limit) {
		Metrics metrics = metrics();
		Progress progress = new Progress(events);
		return Waiting.until("all events are applied", limit, () -> {
			// asking costs the service something, too
			Waiting.pause(Duration.ofMillis(150));
			progress.at((long) metrics.sum("vivavoce_projection_events_total", "outcome=\"applied\""));
			return progress.isDone() ? Optional.of(progress) : Optional.empty();
		});
	}

	@Override
	public void close() {
		this.process.close();
	}

}
