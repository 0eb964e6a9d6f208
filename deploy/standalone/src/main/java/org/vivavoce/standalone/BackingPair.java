package org.vivavoce.standalone;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.vivavoce.embedded.EmbeddedBroker;
import org.vivavoce.embedded.EmbeddedStore;

/**
 * Broker and store, started side by side.
 */
record BackingPair(EmbeddedBroker broker, EmbeddedStore store) implements AutoCloseable {

	static BackingPair start(Settings settings) {
		Path data = settings.dataDirectory();
		// a thread of its own, because those of the common pool do not see the classes in
		// an executable jar
		CompletableFuture<EmbeddedBroker> broker = CompletableFuture.supplyAsync(
				() -> EmbeddedBroker.start(data.resolve("kafka"), settings.kafkaPort()),
				(start) -> new Thread(start, "broker-start").start());
		try {
			EmbeddedStore store = EmbeddedStore.start(data.resolve("store"), settings.storePort());
			return new BackingPair(broker.join(), store);
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	@Override
	public void close() {
		this.broker.close();
		this.store.close();
	}

}
