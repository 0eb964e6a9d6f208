package org.vivavoce.platform.problem;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * A text of a request that is none.
 */
public final class UnfitTextException extends MismatchedInputException {

	public UnfitTextException(JsonParser parser, String fault) {
		super(parser, fault, String.class);
	}

}
