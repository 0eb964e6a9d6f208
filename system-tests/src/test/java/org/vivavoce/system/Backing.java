package org.vivavoce.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.FileSystemUtils;

import org.vivavoce.embedded.EmbeddedBroker;
import org.vivavoce.embedded.EmbeddedStore;
import org.vivavoce.testing.pipeline.Ports;

/**
 * A broker and a store that go away and come back with everything, at the same address.
 */
final class Backing {

	private final Path directory;

	private final int brokerPort = Ports.freePort();

	private final int storePort = Ports.freePort();

	private EmbeddedBroker broker;

	private EmbeddedStore store;

	private Backing(Path directory) {
		this.directory = directory;
		this.broker = openBroker();
		this.store = openStore();
	}

	/**
	 * The pair that the tests of this JVM share. A test that takes one away brings it
	 * back.
	 */
	static Backing shared() {
		return Holder.SHARED;
	}

	private static Backing start() {
		try {
			Path directory = Files.createTempDirectory("vivavoce-backing");
			Backing backing = new Backing(directory);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				backing.stopBroker();
				backing.stopStore();
				FileSystemUtils.deleteRecursively(directory.toFile());
			}));
			return backing;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private EmbeddedBroker openBroker() {
		return EmbeddedBroker.start(this.directory.resolve("kafka"), this.brokerPort);
	}

	private EmbeddedStore openStore() {
		return EmbeddedStore.start(this.directory.resolve("store"), this.storePort);
	}

	String bootstrapServers() {
		return "127.0.0.1:" + this.brokerPort;
	}

	String connectionString() {
		return "mongodb://127.0.0.1:" + this.storePort;
	}

	void stopBroker() {
		this.broker.close();
	}

	void startBroker() {
		this.broker = openBroker();
	}

	void stopStore() {
		this.store.close();
	}

	void startStore() {
		this.store = openStore();
	}

	private static final class Holder {

		static final Backing SHARED = start();

	}

}
