package org.vivavoce.platform.store;

/**
 * Another writer was faster; the change is decided again on the newer state.
 */
final class ConcurrentChangeException extends RuntimeException {

	ConcurrentChangeException(String id) {
		super("Changed meanwhile: " + id, null, false, false);
	}

}
