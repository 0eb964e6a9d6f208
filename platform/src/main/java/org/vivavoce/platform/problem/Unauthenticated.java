package org.vivavoce.platform.problem;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Why somebody is not recognised.
 */
final class Unauthenticated {

	private static final Duration OUTAGE = Duration.ofSeconds(5);

	private static final String DECODER = "An error occurred while attempting to decode the Jwt: ";

	private Unauthenticated() {
	}

	static ProblemException of(AuthenticationException thrown) {
		return switch (thrown) {
			case AuthenticationServiceException ex -> new ProblemException(ProblemTypes.UNAVAILABLE,
					"Tokens cannot be checked at the moment: the keys of their issuer cannot be read")
				.retryAfter(OUTAGE);
			case OAuth2AuthenticationException ex when ex.getError()
				.getErrorCode()
				.equals(OAuth2ErrorCodes.INVALID_REQUEST) ->
				new ProblemException(ProblemTypes.MALFORMED, "The token cannot be read: " + reason(ex))
					.challenge(Challenge.invalidRequest(reason(ex)));
			case OAuth2AuthenticationException ex ->
				new ProblemException(ProblemTypes.UNAUTHORIZED, "The token is not accepted: " + reason(ex))
					.challenge(Challenge.invalidToken(reason(ex)));
			default -> new ProblemException(ProblemTypes.UNAUTHORIZED, "Send a valid bearer token, or sign in")
				.challenge(Challenge.missing("no token was sent"));
		};
	}

	private static String reason(OAuth2AuthenticationException thrown) {
		JwtValidationException invalid = validation(thrown);
		String reason = (invalid == null) ? innermost(thrown)
				: invalid.getErrors()
					.stream()
					.map(OAuth2Error::getDescription)
					.filter(Objects::nonNull)
					.distinct()
					.collect(Collectors.joining("; "));
		return (reason == null || reason.isBlank()) ? thrown.getError().getErrorCode()
				: Printable.of(reason.replace(DECODER, ""));
	}

	/**
	 * What Spring Security says of a wrong signature is only that the token is wrong.
	 */
	private static @Nullable String innermost(OAuth2AuthenticationException thrown) {
		Throwable innermost = thrown;
		while (innermost.getCause() != null) {
			innermost = innermost.getCause();
		}
		return (innermost != thrown && innermost.getMessage() != null) ? innermost.getMessage()
				: thrown.getError().getDescription();
	}

	private static @Nullable JwtValidationException validation(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof JwtValidationException invalid) {
				return invalid;
			}
		}
		return null;
	}

}
