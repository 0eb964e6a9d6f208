package org.vivavoce.question.document.draft;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Ids;
import org.vivavoce.contracts.JsonNames;
import org.vivavoce.contracts.Level;

/**
 * What the fields of a question set may hold, whatever format it is written in. Lengths
 * are in characters (code points).
 */
public final class FieldRules {

	public static final int TECHNOLOGY = 100;

	public static final int TITLE = 200;

	public static final int EXPERIENCE = 100;

	public static final int FOCUS = 500;

	public static final int TOPIC = 100;

	public static final int REASON = 500;

	public static final int LONG_TEXT = 10_000;

	public static final int SHORT_TEXT = 1_000;

	public static final int KEY_POINTS = 20;

	public static final int QUESTIONS = 1_000;

	static final int MINUTES = 120;

	public static final int DEFAULT_MINUTES = 5;

	public static final int RATINGS = 4;

	/**
	 * The topic of a question whose document names none.
	 */
	public static final String GENERAL_TOPIC = "general";

	private static final int QUOTED = 40;

	private static final int LOOKED_AT = 1_000;

	private FieldRules() {
	}

	/**
	 * What is wrong with a text that must be there.
	 * @return null when it is in order
	 */
	public static @Nullable String text(String name, String value, int most) {
		String fault = text(value, most);
		return (fault != null) ? "'" + name + "' " + fault : null;
	}

	/**
	 * The same without the name of the text.
	 */
	public static @Nullable String text(String value, int most) {
		String missing = missing(value);
		return (missing != null) ? missing : unfinished(value, most);
	}

	/**
	 * Whether a text has to be written yet.
	 */
	public static @Nullable String missing(String value) {
		return value.isBlank() ? "is empty" : null;
	}

	/**
	 * What is wrong with a text that may still be missing.
	 */
	public static @Nullable String unfinished(String value, int most) {
		if (value.codePointCount(0, value.length()) > most) {
			return "is longer than " + most + " characters";
		}
		if (value.codePoints().anyMatch(FieldRules::unwanted)) {
			return "holds a control character or half a character";
		}
		return null;
	}

	public static @Nullable String minutes(int minutes) {
		return (minutes < 1 || minutes > MINUTES) ? "must be a whole number from 1 to " + MINUTES : null;
	}

	/**
	 * What is wrong with the number of entries of a list.
	 */
	public static @Nullable String size(int size, int most) {
		return (size < 1 || size > most) ? "has " + size + " entries; 1 to " + most + " are possible" : null;
	}

	private static boolean unwanted(int character) {
		int kind = Character.getType(character);
		return kind == Character.SURROGATE || (kind == Character.CONTROL && character != '\n' && character != '\t');
	}

	/**
	 * A text as it is kept: without space around it, and with one kind of line end.
	 */
	public static String tidy(String text) {
		return text.replace("\r\n", "\n").replace('\r', '\n').strip();
	}

	/**
	 * What somebody wrote, short enough to be repeated in a message.
	 */
	public static String quote(String text) {
		// many faults may quote one long text
		String oneLine = text.substring(0, Math.min(text.length(), LOOKED_AT)).replaceAll("\\s+", " ");
		return "'" + ((oneLine.codePointCount(0, oneLine.length()) <= QUOTED) ? oneLine
				: oneLine.substring(0, oneLine.offsetByCodePoints(0, QUOTED)) + "…") + "'";
	}

	/**
	 * The one spelling of a technology that the hub uses.
	 */
	public static String technology(String name) {
		return name.strip().toLowerCase(Locale.ROOT);
	}

	public static @Nullable String id(String name, String value) {
		return Ids.valid(value) ? null
				: "'" + name + "' " + quote(value) + " is not an id of 1 to 128 characters of A–Z a–z 0–9 . _ ~ @ : -";
	}

	public static Optional<Level> level(String value) {
		return switch (value) {
			case "junior" -> Optional.of(Level.JUNIOR);
			case "mid" -> Optional.of(Level.MID);
			case "senior" -> Optional.of(Level.SENIOR);
			default -> Optional.empty();
		};
	}

	public static String name(Level level) {
		return JsonNames.of(level);
	}

	public static String usualExperience(Level level) {
		return switch (level) {
			case JUNIOR -> "0–2 years";
			case MID -> "2–5 years";
			case SENIOR -> "5+ years";
		};
	}

}
