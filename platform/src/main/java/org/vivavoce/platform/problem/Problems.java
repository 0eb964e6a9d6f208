package org.vivavoce.platform.problem;

import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoWriteException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.PrematureCloseException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/**
 * What each exception tells a client. Nothing internal leaves: what is not known here is
 * {@link ProblemTypes#INTERNAL}.
 */
final class Problems {

	private static final Duration OUTAGE = Duration.ofSeconds(5);

	private static final String NOT_ALLOWED = "Your token does not allow this";

	private Problems() {
	}

	static ProblemException of(Throwable thrown) {
		return switch (thrown) {
			case ProblemException ex -> ex;
			case WebExchangeBindException ex -> invalid(ex);
			case ServerWebInputException ex -> input(ex);
			case MethodNotAllowedException ex ->
				new ProblemException(ProblemTypes.METHOD_NOT_ALLOWED, "Supported here: " + ex.getSupportedMethods());
			case NotAcceptableStatusException ex ->
				new ProblemException(ProblemTypes.NOT_ACCEPTABLE, "Available: " + ex.getSupportedMediaTypes());
			case UnsupportedMediaTypeStatusException ex -> new ProblemException(ProblemTypes.UNSUPPORTED_MEDIA_TYPE,
					"Supported here: " + ex.getSupportedMediaTypes());
			case ResponseStatusException ex -> status(ex);
			case DataBufferLimitException ex -> tooLarge();
			case DecodingException ex -> input(new ServerWebInputException("The body cannot be read", null, ex));
			case AuthenticationException ex -> Unauthenticated.of(ex);
			case AccessDeniedException ex -> new ProblemException(ProblemTypes.FORBIDDEN, NOT_ALLOWED)
				.challenge(Challenge.insufficientScope(NOT_ALLOWED, List.of()));
			default -> isOutage(thrown) ? unavailable()
					: new ProblemException(ProblemTypes.INTERNAL, "The error is logged under the id of this request");
		};
	}

	static ProblemException unavailable() {
		return new ProblemException(ProblemTypes.UNAVAILABLE,
				"A backing service does not answer; nothing was changed unless a retry says otherwise")
			.retryAfter(OUTAGE);
	}

	private static ProblemException tooLarge() {
		return new ProblemException(ProblemTypes.TOO_LARGE, "The body is larger than what is accepted here");
	}

	private static ProblemException invalid(WebExchangeBindException ex) {
		List<Fault> faults = ex.getAllErrors().stream().map((error) -> {
			String message = (error.getDefaultMessage() != null) ? error.getDefaultMessage() : "is not valid";
			return (error instanceof FieldError field) ? Fault.at(pointer(field.getField()), message)
					: Fault.at("", message);
		}).toList();
		return invalid(faults);
	}

	private static ProblemException invalid(List<Fault> faults) {
		return new ProblemException(ProblemTypes.INVALID, (faults.size() == 1) ? "One thing is wrong, see errors"
				: faults.size() + " things are wrong, see errors")
			.withErrors(faults);
	}

	/**
	 * The JSON Pointer, RFC 6901, of a property path such as
	 * {@code candidate.externalIds[a.b].<map value>} or {@code panel[2]}.
	 */
	static String pointer(String path) {
		StringBuilder pointer = new StringBuilder();
		StringBuilder step = new StringBuilder();
		boolean key = false;
		for (char each : (path + ".").toCharArray()) {
			if (key && each != ']') {
				step.append(each);
			}
			else if (each == '.' || each == '[' || each == ']') {
				// validation names in angle brackets what has no name in JSON
				append(pointer, key ? step.toString() : step.toString().replaceFirst("<.*>$", ""));
				step.setLength(0);
				key = each == '[';
			}
			else {
				step.append(each);
			}
		}
		return pointer.toString();
	}

	private static void append(StringBuilder pointer, String step) {
		if (!step.isEmpty()) {
			pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
		}
	}

	private static ProblemException input(ServerWebInputException ex) {
		for (Throwable cause = ex.getCause(); cause != null; cause = cause.getCause()) {
			switch (cause) {
				case DatabindException mismatch -> {
					return invalid(List.of(Fault.at(pointer(mismatch), ExpectedType.of(mismatch))));
				}
				case InputCoercionException overflow -> {
					return invalid(List.of(Fault.at(pointer(overflow), "is out of range")));
				}
				case StreamConstraintsException limit -> {
					return new ProblemException(ProblemTypes.MALFORMED,
							"The body is JSON beyond what is read here: " + limit.getOriginalMessage());
				}
				case JacksonException syntax -> {
					return new ProblemException(ProblemTypes.MALFORMED, "The body is not JSON: line "
							+ syntax.getLocation().getLineNr() + ", column " + syntax.getLocation().getColumnNr());
				}
				case DataBufferLimitException limit -> {
					return tooLarge();
				}
				case TypeMismatchException mismatch -> {
					return parameter(ex, ExpectedType.of(mismatch.getRequiredType()));
				}
				default -> {
				}
			}
		}
		if (ex instanceof MissingRequestValueException missing) {
			return new ProblemException(ProblemTypes.MALFORMED, missing.getName() + " is missing");
		}
		return parameter(ex, (ex.getReason() != null) ? ex.getReason() : "The request cannot be read");
	}

	private static ProblemException parameter(ServerWebInputException ex, String reason) {
		String name = (ex.getMethodParameter() != null) ? ex.getMethodParameter().getParameterName() : null;
		return new ProblemException(ProblemTypes.MALFORMED, (name != null) ? name + ": " + reason : reason);
	}

	private static String pointer(JacksonException ex) {
		StringBuilder pointer = new StringBuilder();
		for (var reference : ex.getPath()) {
			pointer.append('/')
				.append((reference.getPropertyName() != null) ? reference.getPropertyName()
						: Integer.toString(reference.getIndex()));
		}
		return pointer.toString();
	}

	private static ProblemException status(ResponseStatusException ex) {
		return switch (ex.getStatusCode().value()) {
			case 404 -> new ProblemException(ProblemTypes.NOT_FOUND, "There is nothing under this address");
			case 413 -> tooLarge();
			case 503 -> unavailable();
			case 504 -> new ProblemException(ProblemTypes.TIMED_OUT,
					"What has to answer this takes too long; it may still be done");
			default -> ex.getStatusCode().is4xxClientError()
					? new ProblemException(ProblemTypes.MALFORMED, "The request cannot be read")
					: new ProblemException(ProblemTypes.INTERNAL, "The error is logged under the id of this request");
		};
	}

	private static boolean isOutage(@Nullable Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof DataAccessResourceFailureException || cause instanceof TransientDataAccessException
					|| cause instanceof SocketException || cause instanceof UnknownHostException
					|| cause instanceof PrematureCloseException || cause instanceof RetriableException
					|| cause instanceof TimeoutException
					|| (cause instanceof MongoException mongo && isOutage(mongo))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isOutage(MongoException ex) {
		return !(ex instanceof MongoWriteException) && !(ex instanceof MongoSecurityException)
				&& (ex instanceof MongoClientException || ex.getCode() < 0 || ex.hasErrorLabel("RetryableWriteError"));
	}

}
