package org.vivavoce.embedded;

import java.nio.file.Path;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A document store that speaks MongoDB's wire protocol, inside this JVM and on loopback
 * only. Everything lives in one file in a directory. A write is answered after it is in
 * the file, so whatever a client has been told survives the death of the process, though
 * not a power cut. Writers who come at the same time share a commit.
 * <p>
 * It is not MongoDB: there are no transactions, sessions, change streams or text indexes.
 */
public final class EmbeddedStore implements AutoCloseable {

	/** Megabytes of pages to keep in memory. */
	private static final int CACHE_SIZE = 32;

	private final DataDirectory directory;

	private final StoreServer server;

	private EmbeddedStore(DataDirectory directory, StoreServer server) {
		this.directory = directory;
		this.server = server;
	}

	/**
	 * Starts a store, returning when it serves clients.
	 * @param directory where its file is, created when it does not exist
	 * @param port the port that clients connect to, or 0 for any free one
	 * @return the running store
	 * @throws StartException if the port is taken, the directory cannot be written,
	 * another instance uses it or the file in it is damaged
	 */
	public static EmbeddedStore start(Path directory, int port) {
		DataDirectory claimed = DataDirectory.claim(directory);
		try {
			return new EmbeddedStore(claimed, serve(open(claimed.resolve("documents.mv")), port));
		}
		catch (RuntimeException ex) {
			claimed.close();
			throw ex;
		}
	}

	private static StoreServer serve(MVStore store, int port) {
		try {
			return StoreServer.start(store, port);
		}
		catch (RuntimeException ex) {
			store.closeImmediately();
			throw ex;
		}
	}

	private static MVStore open(Path file) {
		try {
			// nothing but the group commit may commit: a commit in the middle of a
			// command
			// would let a crash tear a document from its index
			MVStore store = new MVStore.Builder().fileName(file.toString())
				.autoCommitDisabled()
				.autoCommitBufferSize(0)
				.cacheSize(CACHE_SIZE)
				.open();
			// space is free as soon as a commit that no longer needs it is in the file
			store.setRetentionTime(0);
			store.setVersionsToKeep(0);
			return store;
		}
		catch (MVStoreException ex) {
			throw new StartException("The file " + file + " cannot be opened: " + ex.getMessage(), ex);
		}
	}

	/**
	 * The address for a driver.
	 * @return a connection string without a database name
	 */
	public String connectionString() {
		return "mongodb://" + Loopback.HOST + ":" + this.server.port();
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		finally {
			this.directory.close();
		}
	}

}
