package org.vivavoce.benchmarks;

import java.nio.file.Path;

import org.vivavoce.embedded.EmbeddedBroker;
import org.vivavoce.embedded.EmbeddedStore;

/**
 * The broker and the store that come along, in a JVM of their own, so that the CPU that
 * they take is told apart from that of what is measured.
 */
final class BackingProcess {

	static final String READY = "backing services are ready: ";

	private BackingProcess() {
	}

	/**
	 * Serve until the process is ended.
	 * @param args the directory of the data
	 */
	public static void main(String[] args) throws InterruptedException {
		Path directory = Path.of(args[0]);
		EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
		EmbeddedStore store = EmbeddedStore.start(directory.resolve("store"), 0);
		System.out.println(READY + broker.bootstrapServers() + " " + store.connectionString());
		Thread.currentThread().join();
	}

}
