package org.vivavoce.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import org.vivavoce.contracts.EventCodec;
import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.Topics;
import org.vivavoce.question.QuestionServiceApplication;
import org.vivavoce.report.ReportServiceApplication;
import org.vivavoce.scoring.ScoringServiceApplication;
import org.vivavoce.testing.Tokens;
import org.vivavoce.testing.pipeline.Ports;

/**
 * Services of one test, with topics and databases of their own.
 */
final class Deployment implements AutoCloseable {

	private static final int PARTITIONS = 6;

	private final Backing backing;

	private final String name;

	private final List<String> settings;

	private final List<Instance> instances = new ArrayList<>();

	/**
	 * @param settings of all its services, as arguments
	 */
	Deployment(Backing backing, String name, String... settings) {
		this.backing = backing;
		this.name = name;
		this.settings = List.of(settings);
	}

	Instance question() {
		return start(QuestionServiceApplication.class, "question-service");
	}

	Instance scoring() {
		return start(ScoringServiceApplication.class, "scoring-service");
	}

	/**
	 * An instance of report-service; all of them share a database.
	 */
	Instance report() {
		return start(ReportServiceApplication.class, "report-service");
	}

	/**
	 * The same in a JVM of its own, which has begun to start.
	 */
	InstanceProcess reportProcess() {
		int port = Ports.freePort();
		return InstanceProcess.launch(ReportServiceApplication.class, port, arguments("report-service", port));
	}

	private Instance start(Class<?> application, String service) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
			.properties("spring.config.name=" + service)
			.run(arguments(service, 0).toArray(String[]::new));
		Instance instance = new Instance(context);
		this.instances.add(instance);
		return instance;
	}

	/**
	 * @param port 0 for any
	 */
	private List<String> arguments(String service, int port) {
		List<String> arguments = new ArrayList<>(List.of("--server.address=127.0.0.1", "--server.port=" + port,
				"--spring.kafka.bootstrap-servers=" + this.backing.bootstrapServers(),
				"--spring.mongodb.uri=" + this.backing.connectionString() + "/" + database(service),
				"--vivavoce.topics.prefix=" + prefix(), "--vivavoce.topics.partitions=" + PARTITIONS,
				"--spring.security.oauth2.resourceserver.jwt.public-key-location=" + Tokens.publicKeyLocation(),
				"--spring.cloud.gateway.server.webflux.enabled=false"));
		arguments.addAll(this.settings);
		return arguments;
	}

	private String prefix() {
		return this.name + ".";
	}

	String database(String service) {
		return this.name + "-" + service;
	}

	EventCodec codec() {
		return new EventCodec(new Topics(prefix()));
	}

	/**
	 * The topics that services read.
	 */
	List<String> inbound() {
		return Arrays.stream(EventType.values())
			.filter((type) -> type != EventType.SCORECARD_UPDATED)
			.map((type) -> codec().topics().name(type))
			.toList();
	}

	List<String> deadLetters() {
		return inbound().stream().map((topic) -> codec().topics().deadLetters(topic)).toList();
	}

	Backing backing() {
		return this.backing;
	}

	@Override
	public void close() {
		this.instances.forEach(Instance::close);
	}

}
