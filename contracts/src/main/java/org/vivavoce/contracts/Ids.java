package org.vivavoce.contracts;

import java.util.regex.Pattern;

/**
 * Opaque ids: 1–128 characters of {@code A–Z a–z 0–9 . _ ~ @ : -}, but for {@code .} and
 * {@code ..}, which no address can hold.
 */
public final class Ids {

	/**
	 * The rule as a regular expression, for validation annotations.
	 */
	public static final String PATTERN = "(?!\\.{1,2}$)[A-Za-z0-9._~@:-]{1,128}";

	private static final Pattern COMPILED = Pattern.compile(PATTERN);

	private Ids() {
	}

	public static boolean valid(String id) {
		return COMPILED.matcher(id).matches();
	}

}
