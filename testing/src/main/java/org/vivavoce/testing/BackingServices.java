package org.vivavoce.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.vivavoce.embedded.EmbeddedBroker;
import org.vivavoce.embedded.EmbeddedStore;

/**
 * The broker and the store that integration tests run on: servers named by
 * {@code -Dvivavoce.kafka} and {@code -Dvivavoce.mongodb}, containers where Docker
 * answers, the embedded pair otherwise. Started once, ended with the JVM.
 *
 * @param kafka bootstrap servers
 * @param mongodb connection string without a database
 * @param kind what they are, for people
 */
public record BackingServices(String kafka, String mongodb, String kind) {

	private static @Nullable BackingServices shared;

	private static @Nullable RuntimeException failure;

	/**
	 * The services of this JVM. Where they do not start, that is tried once and every
	 * caller is told why.
	 */
	public static synchronized BackingServices shared() {
		if (failure != null) {
			throw failure;
		}
		if (shared == null) {
			shared = start();
		}
		return shared;
	}

	private static BackingServices start() {
		try {
			BackingServices services = choose();
			System.out.println("Backing services: " + services.kind());
			return services;
		}
		catch (RuntimeException ex) {
			System.out.println("Backing services: none. " + ex.getMessage());
			failure = ex;
			throw ex;
		}
	}

	private static BackingServices choose() {
		String kafka = System.getProperty("vivavoce.kafka");
		String mongodb = System.getProperty("vivavoce.mongodb");
		if (kafka != null && mongodb != null) {
			return new BackingServices(kafka, mongodb, "named servers, " + kafka + " and " + mongodb);
		}
		return Containers.available() ? Containers.start() : embedded();
	}

	private static BackingServices embedded() {
		try {
			Path directory = Files.createTempDirectory("vivavoce-test");
			EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
			EmbeddedStore store = EmbeddedStore.start(directory.resolve("store"), 0);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				broker.close();
				store.close();
				TemporaryFiles.delete(directory);
			}));
			return new BackingServices(broker.bootstrapServers(), store.connectionString(),
					"embedded, because Docker does not answer");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
