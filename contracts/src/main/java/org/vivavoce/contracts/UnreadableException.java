package org.vivavoce.contracts;

/**
 * Carries the reason out of the layers of decoding.
 */
final class UnreadableException extends RuntimeException {

	private final Breach breach;

	private final String reason;

	UnreadableException(Breach.Rule rule, String reason) {
		this(Breach.of(rule), reason);
	}

	UnreadableException(Breach breach, String reason) {
		super(reason, null, false, false);
		this.breach = breach;
		this.reason = reason;
	}

	Breach breach() {
		return this.breach;
	}

	String reason() {
		return this.reason;
	}

}
