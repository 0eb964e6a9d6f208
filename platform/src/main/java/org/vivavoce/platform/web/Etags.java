package org.vivavoce.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * Strong entity tags.
 */
public final class Etags {

	private Etags() {
	}

	/**
	 * A quoted tag of numbers and ids that identify one representation.
	 */
	public static String of(Object... parts) {
		return Arrays.stream(parts).map(Etags::part).collect(Collectors.joining("-", "\"", "\""));
	}

	private static String part(Object part) {
		String text = part.toString();
		return text.matches("[A-Za-z0-9._~@:]*") ? text
				: HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
	}

}
