package org.vivavoce.platform.store;

import java.util.Set;

import com.mongodb.WriteError;

/**
 * Tells documents that the store will never take from a store that takes nothing at the
 * moment: only in the second case it helps to wait.
 */
final class StoreRefusal {

	/**
	 * Codes of MongoDB's server that say nothing about the document: no rights (13), an
	 * interrupted or late operation (24, 46, 50, 262, 11601), no primary or a server that
	 * stops (89, 91, 189, 10107, 13435, 13436, 11600, 11602), no majority (64, 100, 133,
	 * 134), concurrent writes (112, 251), no space (14031, 8000, 12501).
	 */
	private static final Set<Integer> OUTAGES = Set.of(13, 24, 46, 50, 64, 89, 91, 100, 112, 133, 134, 189, 251, 262,
			8000, 10107, 11600, 11601, 11602, 12501, 13435, 13436, 14031);

	private StoreRefusal() {
	}

	static boolean isOutage(WriteError error) {
		return OUTAGES.contains(error.getCode());
	}

}
