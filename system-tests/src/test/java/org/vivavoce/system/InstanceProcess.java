package org.vivavoce.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.vivavoce.testing.Tokens;
import org.vivavoce.testing.pipeline.Answer;
import org.vivavoce.testing.pipeline.Api;
import org.vivavoce.testing.pipeline.StandaloneProcess;

/**
 * An instance of a service in a JVM of its own, which can be killed.
 */
final class InstanceProcess implements AutoCloseable {

	private final HttpClient http = Api.client();

	private final Process process;

	private final int port;

	private final Path log;

	private InstanceProcess(Process process, int port, Path log) {
		this.process = process;
		this.port = port;
		this.log = log;
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
	}

	/**
	 * Start without waiting for anything.
	 */
	static InstanceProcess launch(Class<?> application, int port, List<String> arguments) {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
				"-Dsun.misc.unsafe.memory.access=allow", "-cp", StandaloneProcess.classPath(), application.getName()));
		command.addAll(arguments);
		try {
			Path log = Files.createTempFile("vivavoce-instance", ".log");
			return new InstanceProcess(
					new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(), port,
					log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * How many events it has folded, repetitions included; 0 while it starts.
	 */
	long applied() {
		if (!this.process.isAlive()) {
			throw new IllegalStateException("The instance has ended by itself:\n" + output());
		}
		try {
			Answer answer = new Api(this.http, "http://127.0.0.1:" + this.port, Tokens.of("admin", "admin"))
				.actuator("/prometheus");
			return answer.ok() ? answer.body()
				.lines()
				.filter((line) -> line.startsWith("vivavoce_projection_events_total{")
						&& line.contains("outcome=\"applied\""))
				.mapToLong((line) -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
				.sum() : 0;
		}
		catch (UncheckedIOException ex) {
			if (Api.neverSent(ex)) {
				return 0;
			}
			throw ex;
		}
	}

	/**
	 * SIGKILL: no shutdown hook, no flush, no goodbye. Returns when it is dead.
	 */
	void kill() {
		this.process.destroyForcibly();
		try {
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				throw new IllegalStateException("Killed, and still there: " + this.process.pid());
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What it has said so far.
	 */
	String output() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.http.shutdownNow();
		kill();
		try {
			Files.deleteIfExists(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
