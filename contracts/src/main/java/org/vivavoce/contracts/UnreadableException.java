package org.vivavoce.contracts;

/**
 * Carries the reason out of the layers of decoding.
 */
final class UnreadableException extends RuntimeException {

	private final String reason;

	UnreadableException(String reason) {
		super(reason, null, false, false);
		this.reason = reason;
	}

	String reason() {
		return this.reason;
	}

}
