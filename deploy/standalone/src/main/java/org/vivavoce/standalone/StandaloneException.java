package org.vivavoce.standalone;

/**
 * Standalone cannot start for a reason that its user can do something about. The message
 * is one sentence.
 */
final class StandaloneException extends RuntimeException {

	StandaloneException(String message) {
		super(message);
	}

}
