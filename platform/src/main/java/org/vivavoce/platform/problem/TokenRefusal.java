package org.vivavoce.platform.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/**
 * Says why a token is refused: in the header that RFC 6750 has for it, and in the log, of
 * each reason once a minute, because whoever knocks once knocks often.
 */
final class TokenRefusal {

	private static final Log logger = LogFactory.getLog(TokenRefusal.class);

	private static final Duration REMINDER = Duration.ofMinutes(1);

	private static final int REASONS = 100;

	private static final int LONGEST = 300;

	private final InstantSource clock;

	private final Map<String, Instant> told = new LinkedHashMap<>();

	TokenRefusal(InstantSource clock) {
		this.clock = clock;
	}

	/**
	 * The value of {@code WWW-Authenticate}; without an error where no token was sent.
	 */
	String challenge(AuthenticationException refused) {
		String reason = (refused instanceof OAuth2AuthenticationException ex) ? reason(ex) : null;
		if (reason == null) {
			return "Bearer";
		}
		tell(reason);
		return "Bearer error=\"invalid_token\", error_description=\"" + reason + "\"";
	}

	private void tell(String reason) {
		Instant now = this.clock.instant();
		synchronized (this.told) {
			Instant before = this.told.get(reason);
			if (before != null && before.plus(REMINDER).isAfter(now)) {
				return;
			}
			this.told.remove(reason);
			this.told.put(reason, now);
			if (this.told.size() > REASONS) {
				this.told.remove(this.told.keySet().iterator().next());
			}
		}
		logger.warn("Tokens are refused: " + reason);
	}

	/**
	 * The reason in characters that a header and a line of a log may hold, without
	 * anything that would end a quoted text; null where there is none.
	 */
	static @Nullable String reason(OAuth2AuthenticationException refused) {
		if (refused.getError().getDescription() == null) {
			return null;
		}
		// what Spring Security says of a wrong signature is only that the token is wrong
		Throwable innermost = refused;
		while (innermost.getCause() != null) {
			innermost = innermost.getCause();
		}
		String description = (innermost != refused && innermost.getMessage() != null) ? innermost.getMessage()
				: refused.getError().getDescription();
		String plain = String.valueOf(description)
			.replace('"', '\'')
			.replace('\\', '/')
			.replaceAll("[^\\x20-\\x7E]", "?");
		return (plain.length() > LONGEST) ? plain.substring(0, LONGEST) : plain;
	}

}
