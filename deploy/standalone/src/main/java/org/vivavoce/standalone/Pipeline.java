package org.vivavoce.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import org.vivavoce.gateway.GatewayApplication;
import org.vivavoce.gateway.signin.IssuedTokens;
import org.vivavoce.gateway.signin.Keys;
import org.vivavoce.question.QuestionServiceApplication;
import org.vivavoce.report.ReportServiceApplication;
import org.vivavoce.scoring.ScoringServiceApplication;

/**
 * Broker and store, then the services, then the gateway; and back.
 */
final class Pipeline implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(Pipeline.class);

	private static final String SIGN_IN_HINT = "--vivavoce.pages.sign-in-hint="
			+ "Open one of the sign-in links that the running process has printed.";

	private final Settings settings;

	private final Arguments arguments;

	private final List<ConfigurableApplicationContext> applications = new CopyOnWriteArrayList<>();

	private volatile @Nullable BackingPair backing;

	Pipeline(Settings settings, Arguments arguments) {
		this.settings = settings;
		this.arguments = arguments;
	}

	/**
	 * Start, returning when everything serves.
	 * @return what signs people in
	 */
	IssuedTokens start() {
		BackingPair started = BackingPair.start(this.settings);
		this.backing = started;
		logger.info("Kafka listens on port " + this.settings.kafkaPort() + ", the document store on "
				+ this.settings.storePort());
		requireKeys();
		together(List.of(
				() -> service(QuestionServiceApplication.class, "question-service", this.settings.questionPort(),
						started),
				() -> service(ScoringServiceApplication.class, "scoring-service", this.settings.scoringPort(), started),
				() -> service(ReportServiceApplication.class, "report-service", this.settings.reportPort(), started)));
		ConfigurableApplicationContext gateway = new SpringApplicationBuilder(GatewayApplication.class)
			// who sends requests is this machine: its own load is not refused, unless
			// that is
			// asked for
			.properties("spring.config.name=gateway", "vivavoce.limits.person-per-second=0",
					"vivavoce.limits.address-per-second=0")
			.registerShutdownHook(false)
			.logStartupInfo(false)
			.run(this.arguments.with("--server.address=127.0.0.1", "--server.port=" + this.settings.gatewayPort(),
					"--vivavoce.services.question=http://127.0.0.1:" + this.settings.questionPort(),
					"--vivavoce.services.scoring=http://127.0.0.1:" + this.settings.scoringPort(),
					"--vivavoce.services.report=http://127.0.0.1:" + this.settings.reportPort(),
					"--vivavoce.sign-in.directory=" + this.settings.dataDirectory(), SIGN_IN_HINT));
		this.applications.add(gateway);
		return gateway.getBean(IssuedTokens.class);
	}

	/**
	 * The services check tokens with the public key from their start on.
	 */
	private void requireKeys() {
		try {
			Keys.in(this.settings.dataDirectory().resolve("keys"));
		}
		catch (IllegalStateException ex) {
			throw new StandaloneException(String.valueOf(ex.getMessage()));
		}
	}

	private @Nullable Void service(Class<?> application, String name, int port, BackingPair running) {
		this.applications.add(new SpringApplicationBuilder(application).properties("spring.config.name=" + name)
			.registerShutdownHook(false)
			.logStartupInfo(false)
			.run(this.arguments.with("--server.address=127.0.0.1", "--server.port=" + port,
					"--spring.kafka.bootstrap-servers=" + running.broker().bootstrapServers(),
					// takes the place of a process that was killed at once, not when its
					// session ends
					"--spring.kafka.consumer.properties[group.instance.id]=standalone",
					"--spring.mongodb.uri=" + running.store().connectionString() + "/" + name,
					"--spring.security.oauth2.resourceserver.jwt.public-key-location="
							+ this.settings.dataDirectory().resolve("keys/public.pem").toUri(),
					"--spring.cloud.gateway.server.webflux.enabled=false", SIGN_IN_HINT,
					"--vivavoce.pages.sign-out-url=/sign-out")));
		logger.info(name + " listens on port " + port);
		return null;
	}

	@Override
	public void close() {
		BackingPair running = this.backing;
		if (running == null) {
			return;
		}
		Instant begin = Instant.now();
		logger.info("Stopping");
		// each takes seconds to let its connections go, so all at once
		together(this.applications.stream().<Callable<@Nullable Void>>map((application) -> () -> {
			application.close();
			return null;
		}).toList());
		running.close();
		logger.info("Stopped after %.1f s".formatted(Duration.between(begin, Instant.now()).toMillis() / 1000.0));
	}

	private static void together(List<Callable<@Nullable Void>> work) {
		try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, work.size()))) {
			List<Future<@Nullable Void>> running = work.stream().map(threads::submit).toList();
			for (Future<@Nullable Void> each : running) {
				each.get();
			}
		}
		catch (ExecutionException ex) {
			Throwable cause = Objects.requireNonNull(ex.getCause(), "an execution fails for a cause");
			throw (cause instanceof RuntimeException known) ? known : new IllegalStateException(cause);
		}
		catch (InterruptedException ex) {
			throw new StandaloneException("The start was interrupted.");
		}
	}

}
