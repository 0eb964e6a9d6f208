package org.vivavoce.embedded;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Keeps the file small. Every commit appends the pages that it touched, so that soon most
 * of the file is pages that have been replaced since. Run by the thread that commits, a
 * little at a time.
 */
final class Compaction implements Runnable {

	/** Below this percentage of live pages the fullest file is worth some work. */
	private static final int FILL_RATE_WHEN_BUSY = 50;

	private static final int FILL_RATE_WHEN_IDLE = 85;

	/**
	 * Bytes to rewrite or move in one run: some ten milliseconds that a writer may wait.
	 */
	private static final int BYTES = 4 << 20;

	private final MVStore store;

	private long seen = -1;

	Compaction(MVStore store) {
		this.store = store;
	}

	@Override
	public void run() {
		if (this.store.isClosed()) {
			return;
		}
		boolean idle = this.store.getCurrentVersion() == this.seen;
		if (this.store.compact(idle ? FILL_RATE_WHEN_IDLE : FILL_RATE_WHEN_BUSY, BYTES)) {
			this.store.commit();
		}
		else if (idle && this.store.getFileStore() instanceof RandomAccessStore file) {
			file.compactMoveChunks(FILL_RATE_WHEN_IDLE, BYTES, this.store);
			this.store.commit();
		}
		this.seen = this.store.getCurrentVersion();
	}

}
