package org.vivavoce.embedded;

import java.util.List;

import de.bwaldvogel.mongo.MongoVersion;

/**
 * Which MongoDB drivers are to take this store for. Up to this version drivers send of
 * themselves nothing that the store does not know: sessions, transactions, retryable
 * writes and the streaming hello are used only with a server that offers them in its
 * hello. With the next one (wire version 25) they would send many writes in one
 * {@code bulkWrite} command, and a sort with an update.
 */
enum StoreVersion implements MongoVersion {

	MONGO_7_0(List.of(7, 0, 0), 21);

	private final List<Integer> parts;

	private final int wireVersion;

	StoreVersion(List<Integer> parts, int wireVersion) {
		this.parts = parts;
		this.wireVersion = wireVersion;
	}

	@Override
	public List<Integer> getVersionArray() {
		return this.parts;
	}

	@Override
	public int getWireVersion() {
		return this.wireVersion;
	}

}
