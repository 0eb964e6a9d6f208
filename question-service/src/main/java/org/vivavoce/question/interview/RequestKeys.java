package org.vivavoce.question.interview;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.digest.Sha256;

/**
 * Ids that stay the same when a request is repeated with its idempotency key.
 */
public final class RequestKeys {

	private static final int BYTES = 10;

	private static final SecureRandom RANDOM = new SecureRandom();

	private RequestKeys() {
	}

	/**
	 * The id of the interview that a request opens.
	 * @param key without one it is random
	 */
	static String interviewId(String caller, @Nullable String key) {
		return "iv-" + ((key != null) ? digest("interview", caller, key) : fresh());
	}

	/**
	 * A key that no request had before.
	 */
	public static String fresh() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/**
	 * Names a request without telling the key.
	 */
	public static @Nullable String of(String caller, @Nullable String key) {
		return (key != null) ? digest("request", caller, key) : null;
	}

	private static String digest(String... parts) {
		return Sha256.shortHex(BYTES, String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
	}

}
