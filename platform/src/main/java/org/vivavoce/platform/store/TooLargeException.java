package org.vivavoce.platform.store;

/**
 * A document that would hold more than one may.
 */
final class TooLargeException extends RuntimeException {

	TooLargeException(String id, long size, long limit) {
		super("the document of '" + id + "' would have " + size + " bytes, more than the " + limit
				+ " that one may have", null, false, false);
	}

}
