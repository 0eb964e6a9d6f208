package org.vivavoce.question.document.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects the faults of one document, as many as a person would want to read.
 */
public final class Faults {

	public static final int MOST = 100;

	private final List<SetFault> found = new ArrayList<>();

	public void add(int line, String message) {
		if (this.found.size() < MOST) {
			this.found.add(new SetFault(line, message));
		}
	}

	public boolean any() {
		return !this.found.isEmpty();
	}

	public boolean full() {
		return this.found.size() == MOST;
	}

	public ParseResult.Refused refused() {
		return new ParseResult.Refused(this.found.stream().sorted(Comparator.comparingInt(SetFault::line)).toList());
	}

}
