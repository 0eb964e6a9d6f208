package org.vivavoce.standalone;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.springframework.core.env.Environment;

/**
 * Where standalone keeps its data and on which loopback ports it listens.
 */
record Settings(Path dataDirectory, int gatewayPort, int questionPort, int scoringPort, int reportPort, int kafkaPort,
		int storePort) {

	private static final int MAX_PORT = 65_535;

	/**
	 * Read from arguments ({@code --vivavoce.port=8080}) or environment variables
	 * ({@code VIVAVOCE_PORT=8080}).
	 * @throws StandaloneException when one is not valid
	 */
	static Settings of(Environment environment) {
		Settings settings = new Settings(
				Path.of(environment.getProperty("vivavoce.data-dir", ".vivavoce")).toAbsolutePath().normalize(),
				port(environment, "vivavoce.port", 8080), port(environment, "vivavoce.question-port", 8081),
				port(environment, "vivavoce.scoring-port", 8082), port(environment, "vivavoce.report-port", 8083),
				port(environment, "vivavoce.kafka-port", 9092), port(environment, "vivavoce.store-port", 27017));
		if (settings.ports().distinct().count() < settings.ports().count()) {
			throw new StandaloneException("Two settings name the same port; give each service a port of its own.");
		}
		return settings;
	}

	private static int port(Environment environment, String name, int fallback) {
		String text = environment.getProperty(name);
		if (text == null) {
			return fallback;
		}
		try {
			int port = Integer.parseInt(text.strip());
			if (port > 0 && port <= MAX_PORT) {
				return port;
			}
		}
		catch (NumberFormatException ex) {
			throw notAPort(name, text);
		}
		throw notAPort(name, text);
	}

	private static StandaloneException notAPort(String name, String text) {
		return new StandaloneException(name + " is '" + text + "', expected a port from 1 to " + MAX_PORT + ".");
	}

	private Stream<Integer> ports() {
		return Stream.of(this.gatewayPort, this.questionPort, this.scoringPort, this.reportPort, this.kafkaPort,
				this.storePort);
	}

	/**
	 * The ports of the HTTP servers with the settings that change them.
	 */
	Stream<HttpPort> httpPorts() {
		return Stream.of(new HttpPort("vivavoce.port", this.gatewayPort),
				new HttpPort("vivavoce.question-port", this.questionPort),
				new HttpPort("vivavoce.scoring-port", this.scoringPort),
				new HttpPort("vivavoce.report-port", this.reportPort));
	}

	/**
	 * A port and the name of its setting.
	 */
	record HttpPort(String setting, int port) {

	}

}
