package org.vivavoce.standalone.command;

/**
 * Why a file cannot be read; others may be.
 */
final class UnreadableFileException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnreadableFileException(String message) {
		super(message);
	}

	UnreadableFileException(String message, Throwable cause) {
		super(message, cause);
	}

}
