package org.vivavoce.testing.pipeline;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Standalone in a JVM of its own, as a user starts it.
 */
public final class StandaloneProcess implements AutoCloseable {

	private static final Duration START_LIMIT = Duration.ofSeconds(120);

	/** Not known to this module, whose own users are tested with it. */
	private static final String APPLICATION = "org.vivavoce.standalone.StandaloneApplication";

	/** Jars of the tests, which must not configure the pipeline. */
	private static final List<String> TESTING = List.of("test-classes", "playwright-", "driver-", "gson-",
			"Java-WebSocket-", "dequeutilites-", "pdfbox-", "fontbox-");

	private final Path data;

	private final Ports ports;

	private final Process process;

	private final HttpClient http = Api.client();

	private final List<String> output = new CopyOnWriteArrayList<>();

	private final List<String> errors = new CopyOnWriteArrayList<>();

	private final CompletableFuture<Duration> ready = new CompletableFuture<>();

	private final CompletableFuture<Void> outputEnd;

	private final CompletableFuture<Void> errorsEnd;

	private final long launched = System.nanoTime();

	private StandaloneProcess(Path data, Ports ports, Process process) {
		this.data = data;
		this.ports = ports;
		this.process = process;
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		this.outputEnd = CompletableFuture.runAsync(() -> read(process.inputReader(), this.output), OwnThread.EACH);
		this.errorsEnd = CompletableFuture.runAsync(() -> read(process.errorReader(), this.errors), OwnThread.EACH);
		process.onExit()
			.thenRun(() -> this.ready.completeExceptionally(new IllegalStateException("The process ended")));
	}

	/**
	 * Start without waiting for anything.
	 */
	public static StandaloneProcess launch(Path data, Ports ports, String... settings) {
		return launch(ClassArchive.options(), data, ports, settings);
	}

	static StandaloneProcess launch(List<String> options, Path data, Ports ports, String... settings) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m",
						"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
						"-Dsun.misc.unsafe.memory.access=allow"));
		command.addAll(options);
		command.addAll(List.of("-cp", classPath(), APPLICATION, "--vivavoce.data-dir=" + data));
		command.addAll(ports.settings());
		command.addAll(List.of(settings));
		try {
			return new StandaloneProcess(data, ports, new ProcessBuilder(command).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Without the classes of the tests, whose logging is another, and their libraries.
	 */
	public static String classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			// the classes of a module that has none are in its class path, too
			.filter((entry) -> Files.exists(Path.of(entry)))
			.filter((entry) -> TESTING.stream().noneMatch(Path.of(entry).getFileName().toString()::startsWith))
			.collect(Collectors.joining(File.pathSeparator));
	}

	public static StandaloneProcess start(Path data, Ports ports) {
		StandaloneProcess process = launch(data, ports);
		process.awaitReady();
		return process;
	}

	private void read(BufferedReader reader, List<String> lines) {
		reader.lines().forEach((line) -> {
			lines.add(line);
			if (line.contains("Viva Voce is ready")) {
				this.ready.complete(Duration.ofNanos(System.nanoTime() - this.launched));
			}
		});
	}

	/**
	 * Wait until it says that it is ready.
	 * @return from the launch of the JVM
	 */
	public Duration awaitReady() {
		try {
			return this.ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException | ExecutionException | TimeoutException ex) {
			kill();
			throw new IllegalStateException("Not ready:\n" + String.join("\n", log()), ex);
		}
	}

	/**
	 * SIGKILL: no shutdown hook, no flush, no goodbye.
	 */
	public void kill() {
		// Process.destroyForcibly would close the output under its reader
		this.process.toHandle().destroyForcibly();
		awaitExit(Duration.ofSeconds(30));
	}

	/**
	 * SIGTERM, as by Ctrl-C.
	 * @return the exit code
	 */
	public int stop(Duration limit) {
		this.process.toHandle().destroy();
		return awaitExit(limit);
	}

	/**
	 * Wait for the end of the process and of its output.
	 * @return the exit code
	 */
	public int awaitExit(Duration limit) {
		try {
			int code = this.process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS).exitValue();
			CompletableFuture.allOf(this.outputEnd, this.errorsEnd).get(10, TimeUnit.SECONDS);
			return code;
		}
		catch (InterruptedException | ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("Still running:\n" + String.join("\n", log()) + "\n" + threads(), ex);
		}
	}

	private String threads() {
		String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
		try {
			Process dump = new ProcessBuilder(jcmd, Long.toString(this.process.pid()), "Thread.print")
				.redirectErrorStream(true)
				.start();
			try (BufferedReader lines = dump.inputReader()) {
				return lines.lines().collect(Collectors.joining("\n"));
			}
		}
		catch (IOException ex) {
			return "No thread dump: " + ex.getMessage();
		}
	}

	public boolean alive() {
		return this.process.isAlive();
	}

	public boolean endsWithin(long milliseconds) {
		try {
			return this.process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public Api as(String role) {
		return new Api(this.http, address(), token(role));
	}

	/**
	 * The token that was written for a role.
	 */
	public String token(String role) {
		try {
			return Files.readString(this.data.resolve("tokens").resolve(role + ".jwt")).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The addresses of the services themselves, behind the gateway.
	 */
	public List<String> services() {
		return Stream.of(this.ports.question(), this.ports.scoring(), this.ports.report())
			.map((port) -> "http://127.0.0.1:" + port)
			.toList();
	}

	public String address() {
		return "http://127.0.0.1:" + this.ports.gateway();
	}

	public Path data() {
		return this.data;
	}

	public Ports ports() {
		return this.ports;
	}

	public List<String> output() {
		return this.output;
	}

	public List<String> errors() {
		return this.errors;
	}

	/**
	 * All that it has said so far.
	 */
	public List<String> log() {
		List<String> all = new ArrayList<>(this.output);
		all.addAll(this.errors);
		return all;
	}

	@Override
	public void close() {
		if (this.process.isAlive()) {
			kill();
		}
		this.http.shutdownNow();
	}

}
