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

/**
 * Services of one test, with topics and databases of their own.
 */
final class Deployment implements AutoCloseable {

	private static final int PARTITIONS = 6;

	private final Backing backing;

	private final String name;

	private final List<Instance> instances = new ArrayList<>();

	Deployment(Backing backing, String name) {
		this.backing = backing;
		this.name = name;
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

	private Instance start(Class<?> application, String service) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
			.properties("spring.config.name=" + service)
			.run("--server.address=127.0.0.1", "--server.port=0",
					"--spring.kafka.bootstrap-servers=" + this.backing.bootstrapServers(),
					"--spring.mongodb.uri=" + this.backing.connectionString() + "/" + database(service),
					"--vivavoce.topics.prefix=" + prefix(), "--vivavoce.topics.partitions=" + PARTITIONS,
					"--spring.security.oauth2.resourceserver.jwt.public-key-location=" + Tokens.publicKeyLocation(),
					"--spring.cloud.gateway.server.webflux.enabled=false");
		Instance instance = new Instance(context);
		this.instances.add(instance);
		return instance;
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
