package org.vivavoce.platform.web;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * The {@code If-Match} of a write, RFC 9110 section 13.1.1.
 */
public final class IfMatch {

	private IfMatch() {
	}

	/**
	 * Let a write pass whose condition holds.
	 * @param header null lets it pass
	 * @param currentTag null when there is nothing yet
	 * @throws ProblemException {@link ProblemTypes#STALE}
	 */
	public static void require(@Nullable String header, @Nullable String currentTag) {
		if (header == null) {
			return;
		}
		boolean holds = currentTag != null && (header.strip().equals("*")
				|| Arrays.stream(header.split(",")).map(String::strip).anyMatch(currentTag::equals));
		if (!holds) {
			throw new ProblemException(ProblemTypes.STALE,
					(currentTag != null)
							? "The current tag is " + currentTag + "; read again and decide on what is there now"
							: "There is nothing to match yet");
		}
	}

	/**
	 * Let a write pass that must create, with {@code If-None-Match: *}.
	 * @throws ProblemException {@link ProblemTypes#STALE}
	 */
	public static void requireNew(@Nullable String ifNoneMatch, @Nullable String currentTag) {
		if (ifNoneMatch != null && ifNoneMatch.strip().equals("*") && currentTag != null) {
			throw new ProblemException(ProblemTypes.STALE, "It exists already; the current tag is " + currentTag);
		}
	}

}
