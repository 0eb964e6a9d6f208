package org.vivavoce.embedded;

/**
 * An embedded service could not start for a reason that its user can do something about.
 * The message is one sentence, fit to be shown as it is.
 */
public final class StartException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	StartException(String message) {
		super(message);
	}

	StartException(String message, Throwable cause) {
		super(message, cause);
	}

}
