package org.vivavoce.platform.problem;

import org.springframework.http.HttpStatus;

/**
 * The problems that every service may answer.
 */
public final class ProblemTypes {

	public static final ProblemType MALFORMED = new ProblemType("malformed", HttpStatus.BAD_REQUEST,
			"The request cannot be read");

	public static final ProblemType UNAUTHORIZED = new ProblemType("unauthorized", HttpStatus.UNAUTHORIZED,
			"A valid token is required");

	public static final ProblemType FORBIDDEN = new ProblemType("forbidden", HttpStatus.FORBIDDEN,
			"This is not allowed");

	public static final ProblemType NOT_FOUND = new ProblemType("not-found", HttpStatus.NOT_FOUND, "Not found");

	public static final ProblemType METHOD_NOT_ALLOWED = new ProblemType("method-not-allowed",
			HttpStatus.METHOD_NOT_ALLOWED, "This method is not supported here");

	public static final ProblemType NOT_ACCEPTABLE = new ProblemType("not-acceptable", HttpStatus.NOT_ACCEPTABLE,
			"None of the accepted media types can be produced");

	public static final ProblemType CONFLICT = new ProblemType("conflict", HttpStatus.CONFLICT,
			"This conflicts with the current state");

	public static final ProblemType IDEMPOTENCY_KEY_REUSED = new ProblemType("idempotency-key-reused",
			HttpStatus.CONFLICT, "The Idempotency-Key was used for another request");

	public static final ProblemType STALE = new ProblemType("stale", HttpStatus.PRECONDITION_FAILED,
			"Somebody else has changed this meanwhile");

	public static final ProblemType TOO_LARGE = new ProblemType("too-large", HttpStatus.CONTENT_TOO_LARGE,
			"The request body is too large");

	public static final ProblemType UNSUPPORTED_MEDIA_TYPE = new ProblemType("unsupported-media-type",
			HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The media type of the request is not supported");

	public static final ProblemType INVALID = new ProblemType("invalid", HttpStatus.UNPROCESSABLE_CONTENT,
			"The request is not valid");

	public static final ProblemType INTERNAL = new ProblemType("internal", HttpStatus.INTERNAL_SERVER_ERROR,
			"Something went wrong on our side");

	public static final ProblemType UNAVAILABLE = new ProblemType("unavailable", HttpStatus.SERVICE_UNAVAILABLE,
			"The service cannot answer at the moment");

	public static final ProblemType TIMED_OUT = new ProblemType("timed-out", HttpStatus.GATEWAY_TIMEOUT,
			"The answer takes too long");

	public static final ProblemType TOO_MANY_REQUESTS = new ProblemType("too-many-requests",
			HttpStatus.TOO_MANY_REQUESTS, "Too many requests");

	public static final ProblemType REQUEST_TIMED_OUT = new ProblemType("request-timed-out", HttpStatus.REQUEST_TIMEOUT,
			"The request did not arrive in time");

	public static final ProblemType HEAD_TOO_LARGE = new ProblemType("head-too-large",
			HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The headers of the request are too large");

	public static final ProblemType ADDRESS_TOO_LONG = new ProblemType("address-too-long", HttpStatus.URI_TOO_LONG,
			"The address is too long");

	private ProblemTypes() {
	}

}
