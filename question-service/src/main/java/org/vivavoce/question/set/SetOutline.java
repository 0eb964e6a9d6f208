package org.vivavoce.question.set;

import java.util.List;

import org.vivavoce.contracts.Level;

/**
 * A question set without its texts.
 *
 * @param technology lower-case
 * @param revision from 1, higher with every change
 * @param levels ascending
 */
public record SetOutline(String id, String technology, String title, int revision, List<LevelOutline> levels) {

	public SetOutline {
		levels = List.copyOf(levels);
	}

	/**
	 * One level of it.
	 *
	 * @param experience what the level means, for example "2–5 years"
	 * @param focus what its questions look at; may be empty
	 */
	public record LevelOutline(Level level, String experience, String focus, List<Subject> questions) {

		public LevelOutline {
			questions = List.copyOf(questions);
		}

	}

	/**
	 * What one question is about.
	 */
	public record Subject(String topic) {

	}

	public int questions() {
		return this.levels.stream().mapToInt((level) -> level.questions().size()).sum();
	}

}
