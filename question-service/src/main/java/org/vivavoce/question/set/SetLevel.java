package org.vivavoce.question.set;

import java.util.List;

import org.vivavoce.contracts.Level;

/**
 * The questions of one level in a set, in the order of its document.
 *
 * @param experience what the level means, for example "2–5 years"
 * @param focus what its questions look at
 */
public record SetLevel(Level level, String experience, String focus, List<Question> questions) {

	public SetLevel {
		questions = List.copyOf(questions);
	}

}
