package org.vivavoce.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.vivavoce.platform.digest.Sha256;

/**
 * Strong entity tags.
 */
public final class Etags {

	private static final int DIGEST = 16;

	private Etags() {
	}

	/**
	 * A quoted tag of numbers and ids that identify one representation.
	 */
	public static String of(Object... parts) {
		return Arrays.stream(parts).map(Etags::part).collect(Collectors.joining("-", "\"", "\""));
	}

	/**
	 * A tilde begins what would not fit into a header as it is, such as most names of
	 * people, and nothing else.
	 */
	private static String part(Object part) {
		String text = part.toString();
		return text.matches("[A-Za-z0-9._@:][A-Za-z0-9._~@:]{0,127}|") ? text
				: "~" + Sha256.shortHex(DIGEST, text.getBytes(StandardCharsets.UTF_8));
	}

}
