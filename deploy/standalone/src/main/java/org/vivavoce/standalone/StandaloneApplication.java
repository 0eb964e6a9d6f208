package org.vivavoce.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import org.apache.commons.logging.LogFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

import org.vivavoce.embedded.StartException;
import org.vivavoce.gateway.signin.IssuedTokens;
import org.vivavoce.standalone.command.QuestionSets;

/**
 * Starts the whole pipeline on loopback.
 */
public final class StandaloneApplication {

	private StandaloneApplication() {
	}

	/**
	 * Start; a fault that the user can mend is one sentence on standard error and exit
	 * code 1.
	 * @param args settings, for example {@code --vivavoce.port=9080}, or a command for a
	 * pipeline that is running
	 */
	public static void main(String[] args) {
		if (args.length > 0 && args[0].equals(QuestionSets.NAME)) {
			System.exit(QuestionSets.run(Arrays.copyOfRange(args, 1, args.length)));
		}
		if (Help.wanted(args)) {
			System.out.println(Help.TEXT);
			return;
		}
		Instant begin = Instant.now();
		// logback.xml alone decides: four applications would take turns in setting it up
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
		try {
			bridgeLogging();
			System.out.println(start(begin, args));
		}
		catch (StartException | StandaloneException ex) {
			System.err.println("Viva Voce cannot start. " + ex.getMessage());
			System.exit(1);
		}
		catch (RuntimeException ex) {
			FailureLine.first()
				.ifPresentOrElse((line) -> System.err.println("Viva Voce cannot start. " + line),
						// not a constant: a command must not wait for logging to be set
						// up
						() -> LogFactory.getLog(StandaloneApplication.class).error("Viva Voce cannot start", ex));
			System.exit(1);
		}
	}

	/**
	 * Start, returning when everything serves.
	 * @return what is said then
	 * @throws StandaloneException or {@link StartException} for a fault that the user can
	 * mend
	 */
	static String start(Instant begin, String... args) {
		Arguments arguments = Arguments.of(args);
		Settings settings = Settings.of(environment(args));
		settings.httpPorts().forEach(StandaloneApplication::requireFree);
		requireWritable(settings.dataDirectory());
		Pipeline pipeline = new Pipeline(settings, arguments);
		Runtime.getRuntime().addShutdownHook(new Thread(pipeline::close, "shutdown"));
		IssuedTokens tokens = pipeline.start();
		return Welcome.text(settings, tokens, Duration.between(begin, Instant.now()));
	}

	/**
	 * What libraries say to the JDK's own logging goes where everything else goes.
	 */
	private static void bridgeLogging() {
		SLF4JBridgeHandler.removeHandlersForRootLogger();
		SLF4JBridgeHandler.install();
	}

	private static ConfigurableEnvironment environment(String[] args) {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
		// lets VIVAVOCE_DATA_DIR stand for vivavoce.data-dir
		ConfigurationPropertySources.attach(environment);
		return environment;
	}

	private static void requireFree(Settings.HttpPort port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port.port()));
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
