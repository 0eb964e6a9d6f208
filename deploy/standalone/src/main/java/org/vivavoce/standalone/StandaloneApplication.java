package org.vivavoce.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

import org.vivavoce.embedded.StartException;
import org.vivavoce.question.QuestionServiceApplication;
import org.vivavoce.report.ReportServiceApplication;
import org.vivavoce.scoring.ScoringServiceApplication;

/**
 * Starts the whole pipeline on loopback.
 */
public final class StandaloneApplication {

	private static final Log logger = LogFactory.getLog(StandaloneApplication.class);

	private StandaloneApplication() {
	}

	/**
	 * Start; a fault that the user can mend is one sentence on standard error and exit
	 * code 1.
	 * @param args settings, for example {@code --vivavoce.port=9080}
	 */
	public static void main(String[] args) {
		Instant begin = Instant.now();
		// logback.xml alone decides: four applications would take turns in setting it up
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
		try {
			Settings settings = Settings.of(environment(args));
			IssuedTokens tokens = start(settings);
			System.out.println(Welcome.text(settings, tokens, Duration.between(begin, Instant.now())));
		}
		catch (StartException | StandaloneException ex) {
			System.err.println("Viva Voce cannot start. " + ex.getMessage());
			System.exit(1);
		}
		catch (RuntimeException ex) {
			logger.error("Viva Voce cannot start", ex);
			System.exit(1);
		}
	}

	private static ConfigurableEnvironment environment(String[] args) {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
		org.springframework.boot.context.properties.source.ConfigurationPropertySources.attach(environment);
		return environment;
	}

	private static IssuedTokens start(Settings settings) {
		settings.httpPorts().forEach(StandaloneApplication::requireFree);
		requireWritable(settings.dataDirectory());
		BackingPair backing = BackingPair.start(settings);
		logger
			.info("Kafka listens on port " + settings.kafkaPort() + ", the document store on " + settings.storePort());
		// the shutdown hook runs this after all contexts are closed
		SpringApplication.getShutdownHandlers().add(backing::close);
		KeyPair keys = Keys.in(settings.dataDirectory().resolve("keys"));
		IssuedTokens tokens = IssuedTokens.issue(keys, settings.dataDirectory().resolve("tokens"), Instant.now());
		startServices(settings, backing);
		new SpringApplicationBuilder(GatewayApplication.class)
			.initializers((context) -> context.getBeanFactory().registerSingleton("issuedTokens", tokens))
			.properties("spring.config.name=standalone")
			.logStartupInfo(false)
			.run("--server.address=127.0.0.1", "--server.port=" + settings.gatewayPort(),
					"--vivavoce.services.question=http://127.0.0.1:" + settings.questionPort(),
					"--vivavoce.services.scoring=http://127.0.0.1:" + settings.scoringPort(),
					"--vivavoce.services.report=http://127.0.0.1:" + settings.reportPort());
		return tokens;
	}

	private static void startServices(Settings settings, BackingPair backing) {
		try (ExecutorService starting = Executors.newFixedThreadPool(3)) {
			List<Future<?>> services = List.of(
					starting.submit(() -> run(QuestionServiceApplication.class, "question-service",
							settings.questionPort(), settings, backing)),
					starting.submit(() -> run(ScoringServiceApplication.class, "scoring-service",
							settings.scoringPort(), settings, backing)),
					starting.submit(() -> run(ReportServiceApplication.class, "report-service", settings.reportPort(),
							settings, backing)));
			for (Future<?> service : services) {
				service.get();
			}
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			throw new StandaloneException("The start was interrupted.");
		}
	}

	private static void run(Class<?> application, String name, int port, Settings settings, BackingPair backing) {
		new SpringApplicationBuilder(application).properties("spring.config.name=" + name)
			.logStartupInfo(false)
			.run("--server.address=127.0.0.1", "--server.port=" + port,
					"--spring.kafka.bootstrap-servers=" + backing.broker().bootstrapServers(),
					"--spring.mongodb.uri=" + backing.store().connectionString() + "/" + name,
					"--spring.security.oauth2.resourceserver.jwt.public-key-location="
							+ settings.dataDirectory().resolve("keys/public.pem").toUri(),
					"--spring.cloud.gateway.server.webflux.enabled=false");
		logger.info(name + " listens on port " + port);
	}

	private static void requireFree(Settings.HttpPort port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new java.net.InetSocketAddress(InetAddress.getByName("127.0.0.1"), port.port()));
		}
		catch (IOException ex) {
			throw new StandaloneException("Port " + port.port() + " is taken; choose another with --" + port.setting()
					+ " or end the program that listens on it.");
		}
	}

	private static void requireWritable(Path directory) {
		try {
			Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw new StandaloneException(
					"The directory " + directory + " cannot be written; choose another with --vivavoce.data-dir.");
		}
	}

}
