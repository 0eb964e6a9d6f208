package org.vivavoce.standalone.command;

/**
 * Why a command could not be carried out, in a sentence.
 */
final class CommandException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CommandException(String message) {
		super(message);
	}

	CommandException(String message, Throwable cause) {
		super(message, cause);
	}

}
