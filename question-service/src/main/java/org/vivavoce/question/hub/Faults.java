package org.vivavoce.question.hub;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects the faults of one document, as many as a person would want to read.
 */
final class Faults {

	static final int MOST = 100;

	private static final int QUOTED = 40;

	private final List<SetFault> found = new ArrayList<>();

	void add(int line, String message) {
		if (this.found.size() < MOST) {
			this.found.add(new SetFault(line, message));
		}
	}

	boolean any() {
		return !this.found.isEmpty();
	}

	boolean full() {
		return this.found.size() == MOST;
	}

	Reading.Refused refused() {
		return new Reading.Refused(this.found.stream().sorted(Comparator.comparingInt(SetFault::line)).toList());
	}

	/**
	 * What somebody wrote, short enough to be repeated in a message.
	 */
	static String quote(String text) {
		String oneLine = text.replaceAll("\\s+", " ");
		return "'" + ((oneLine.codePointCount(0, oneLine.length()) <= QUOTED) ? oneLine
				: oneLine.substring(0, oneLine.offsetByCodePoints(0, QUOTED)) + "…") + "'";
	}

}
