package org.vivavoce.platform.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.JsonNames;

/**
 * How values are written on pages.
 */
public final class Formats {

	/**
	 * Stands for what is not there.
	 */
	public static final String NOTHING = "–";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	/**
	 * A time for people who do not run scripts; the script of the shell shows it in the
	 * reader's own zone.
	 */
	public String time(@Nullable Instant time) {
		return (time != null) ? TIME.format(time) : NOTHING;
	}

	/**
	 * A number with one decimal.
	 */
	public String score(@Nullable Double score) {
		return (score != null) ? String.format(Locale.ROOT, "%.1f", score) : NOTHING;
	}

	/**
	 * A constant as its JSON name, for example {@code in-progress}.
	 */
	public String name(@Nullable Enum<?> constant) {
		return (constant != null) ? JsonNames.of(constant) : NOTHING;
	}

	/**
	 * A constant as words, for example "In progress".
	 */
	public String label(@Nullable Enum<?> constant) {
		if (constant == null) {
			return NOTHING;
		}
		String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
		return Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

	/**
	 * "1 question", "2 questions".
	 */
	public String count(long count, String one, String many) {
		return count + " " + ((count == 1) ? one : many);
	}

}
