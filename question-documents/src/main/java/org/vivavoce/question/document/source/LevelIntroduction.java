package org.vivavoce.question.document.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands between the heading of a level and its first question: the years of
 * experience and the focus.
 */
public final class LevelIntroduction {

	private static final int LONGEST_YEARS = 80;

	private static final Pattern FOCUS = Pattern.compile("(?i)^focus(?:es)?(?: on| is(?: on)?)?[:\\s]+");

	private LevelIntroduction() {
	}

	/**
	 * Read it.
	 * @param units what follows the heading
	 * @return how many of them belong to it
	 */
	public static int read(List<TextUnit> units, SetSource.LevelSource level) {
		int at = 0;
		while (at < units.size() && part(units, at, level)) {
			at++;
		}
		return at;
	}

	private static boolean part(List<TextUnit> units, int at, SetSource.LevelSource level) {
		TextUnit unit = units.get(at);
		if (unit.is(Part.EXPERIENCE) || unit.is(Part.FOCUS)) {
			level.parts().put(unit.is(Part.FOCUS) ? Part.FOCUS : Part.EXPERIENCE, unit.passage());
			return true;
		}
		if (unit.label() != null || (unit.asks() && !asksWhatTheLevelIsAbout(units, at, level))) {
			return false;
		}
		Optional<String> years = LevelName.years(unit.text()).filter((found) -> unit.text().length() <= LONGEST_YEARS);
		if (years.isPresent() && !level.parts().containsKey(Part.FOCUS)) {
			level.parts().put(Part.EXPERIENCE, new Passage(unit.line(), years.get()));
			rest(unit, years.get())
				.ifPresent((focus) -> level.parts().put(Part.FOCUS, new Passage(unit.line(), focus)));
			return true;
		}
		// one line of focus; what follows it must be a question
		if (level.parts().containsKey(Part.FOCUS) || (unit.mayAsk() && !FOCUS.matcher(unit.text()).find()
				&& !next(units, at).filter(TextUnit::asks).isPresent())) {
			return false;
		}
		level.parts().put(Part.FOCUS, new Passage(unit.line(), focus(unit.text())));
		return true;
	}

	/**
	 * Whether a line that ends with a question mark is the focus: it says so, or stands
	 * where the focus is expected and the first question follows it.
	 */
	private static boolean asksWhatTheLevelIsAbout(List<TextUnit> units, int at, SetSource.LevelSource level) {
		return !level.parts().containsKey(Part.FOCUS) && !units.get(at).numbered()
				&& (FOCUS.matcher(units.get(at).text()).find() || (level.parts().containsKey(Part.EXPERIENCE)
						&& next(units, at).filter(TextUnit::asksPlainly).isPresent()));
	}

	private static Optional<TextUnit> next(List<TextUnit> units, int at) {
		return (at + 1 < units.size()) ? Optional.of(units.get(at + 1)) : Optional.empty();
	}

	/**
	 * A focus on the line with the years.
	 */
	private static Optional<String> rest(TextUnit unit, String years) {
		String rest = unit.text()
			.substring(unit.text().indexOf(years) + years.length())
			.replaceFirst("(?i)^\\s*(?:of )?(?:professional |work(?:ing)? )?experience", "")
			.replaceFirst("^[\\s.,:;·|)–—-]+", "");
		return rest.isBlank() ? Optional.empty() : Optional.of(focus(rest));
	}

	private static String focus(String text) {
		return FOCUS.matcher(text).replaceFirst("").strip();
	}

}
