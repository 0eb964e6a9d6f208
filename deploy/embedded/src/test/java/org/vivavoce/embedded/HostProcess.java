package org.vivavoce.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A JVM of its own that hosts one of the embedded services, so that it can be killed.
 */
final class HostProcess implements AutoCloseable {

	private final Process process;

	private final String address;

	private HostProcess(Process process, String address) {
		this.process = process;
		this.address = address;
	}

	static HostProcess start(Class<?> service, Path directory, int port) throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				HostProcess.class.getName(), service.getSimpleName(), directory.toString(), Integer.toString(port))
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
		String address = output.readLine();
		if (address == null) {
			throw new IllegalStateException("the service did not start");
		}
		return new HostProcess(process, address);
	}

	String address() {
		return this.address;
	}

	/** SIGKILL: no shutdown hook, no flush, no goodbye. */
	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	@Override
	public void close() throws InterruptedException {
		kill();
	}

	@SuppressWarnings("resource")
	public static void main(String... arguments) throws IOException {
		Path directory = Path.of(arguments[1]);
		int port = Integer.parseInt(arguments[2]);
		System.out.println(EmbeddedStore.class.getSimpleName().equals(arguments[0])
				? EmbeddedStore.start(directory, port).connectionString()
				: EmbeddedBroker.start(directory, port).bootstrapServers());
		// ends with its parent, should that be killed
		System.in.transferTo(System.out);
		System.exit(0);
	}

}
