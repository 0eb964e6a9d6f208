package org.vivavoce.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own, whose output goes to a file.
 */
final class JavaProcess implements AutoCloseable {

	private final String name;

	private final Process process;

	private final Path output;

	private JavaProcess(String name, Process process, Path output) {
		this.name = name;
		this.process = process;
		this.output = output;
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
	}

	/**
	 * Options, and those of a recording.
	 */
	static List<String> options(Path directory, String name, boolean profile, String... options) {
		List<String> all = new ArrayList<>(List.of(options));
		if (profile) {
			all.add("-XX:StartFlightRecording=settings=profile,filename=" + directory.resolve(name + ".jfr"));
		}
		return all;
	}

	/**
	 * Start a class of the class path here.
	 * @param options of the JVM
	 */
	static JavaProcess ofClass(String name, Path directory, List<String> options, String mainClass, List<String> args) {
		return start(name, directory, options, List.of("-cp", System.getProperty("java.class.path"), mainClass), args);
	}

	/**
	 * Start an executable jar, as it is deployed.
	 * @param options of the JVM
	 */
	static JavaProcess ofJar(String name, Path directory, List<String> options, Path jar, List<String> args) {
		if (!Files.exists(jar)) {
			throw new IllegalStateException(jar + " is not built");
		}
		return start(name, directory, options, List.of("-jar", jar.toString()), args);
	}

	private static JavaProcess start(String name, Path directory, List<String> options, List<String> what,
			List<String> args) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						"--enable-native-access=ALL-UNNAMED", "-Dsun.misc.unsafe.memory.access=allow"));
		command.addAll(options);
		command.addAll(what);
		command.addAll(args);
		Path output = directory.resolve(name + ".log");
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			return new JavaProcess(name, process, output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Wait until the process has said something.
	 * @return what follows on its line
	 * @throws IllegalStateException when it ends, or two minutes have gone by
	 */
	String await(String said) {
		return Waiting.until(this.name + " says '" + said + "'", Duration.ofMinutes(2), () -> {
			if (!this.process.isAlive()) {
				throw new IllegalStateException(this.name + " has ended, see " + this.output);
			}
			return Optional.of(said(said)).filter((text) -> !text.isEmpty());
		});
	}

	private String said(String said) {
		try {
			return Files.readAllLines(this.output)
				.stream()
				.filter((line) -> line.contains(said))
				.map((line) -> line.substring(line.indexOf(said) + said.length()) + " ")
				.findFirst()
				.orElse("");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The CPU time that it has used, of all its threads.
	 */
	Duration cpu() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	Path output() {
		return this.output;
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.process.destroyForcibly();
		}
	}

}
