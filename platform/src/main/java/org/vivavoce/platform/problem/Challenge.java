package org.vivavoce.platform.problem;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Why a token does not do, as {@code WWW-Authenticate} says it (RFC 6750, section 3).
 *
 * @param error a code of RFC 6750; null where no token was sent, which is no error of it
 * @param reason a sentence without the token
 * @param scopes one of them would do; empty where that is not known
 */
public record Challenge(@Nullable String error, String reason, List<String> scopes) {

	private static final int LONGEST = 300;

	public Challenge {
		scopes = List.copyOf(scopes);
	}

	/**
	 * No token was sent.
	 */
	static Challenge missing(String reason) {
		return new Challenge(null, reason, List.of());
	}

	static Challenge invalidToken(String reason) {
		return new Challenge("invalid_token", reason, List.of());
	}

	static Challenge invalidRequest(String reason) {
		return new Challenge("invalid_request", reason, List.of());
	}

	/**
	 * The token is good, but does not allow this.
	 */
	public static Challenge insufficientScope(String reason, List<String> scopes) {
		return new Challenge("insufficient_scope", reason, scopes);
	}

	/**
	 * The value of the header.
	 */
	String header() {
		if (this.error == null) {
			return "Bearer";
		}
		String scope = this.scopes.isEmpty() ? ""
				: ", scope=\"" + this.scopes.stream().map(Challenge::quotable).collect(Collectors.joining(" ")) + '"';
		return "Bearer error=\"" + this.error + "\", error_description=\"" + quotable(this.reason) + '"' + scope;
	}

	/**
	 * The characters that RFC 6750 allows in a description.
	 */
	private static String quotable(String text) {
		String ascii = text.replace('"', '\'').replaceAll("[‘’“”]", "'").replaceAll("[^ -\\[\\]-~]", "?");
		return (ascii.length() > LONGEST) ? ascii.substring(0, LONGEST) : ascii;
	}

}
