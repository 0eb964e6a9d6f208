package org.vivavoce.contracts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What constants are called outside of Java: in JSON, in forms and in addresses, for
 * example {@code strong-yes}.
 */
public final class JsonNames {

	private JsonNames() {
	}

	/**
	 * The name of a constant.
	 */
	public static String of(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The constant with a name.
	 */
	public static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
		return Arrays.stream(type.getEnumConstants()).filter((constant) -> of(constant).equals(name)).findFirst();
	}

}
