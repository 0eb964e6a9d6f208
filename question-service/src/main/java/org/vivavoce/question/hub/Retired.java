package org.vivavoce.question.hub;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;

/**
 * A question that has left its set.
 *
 * @param revision the last one that it had
 * @param spot where it stood; null for one that left before that was kept
 * @param change who retired it, when and why; null likewise
 */
record Retired(String id, int revision, @Nullable Spot spot, @Nullable Change change) {

	/**
	 * A place in a set. What is said about the level is kept with it, for the level
	 * leaves the set with its last question.
	 *
	 * @param place among the questions of the level, from 0
	 */
	record Spot(Level level, String experience, String focus, int place) {

	}

	/**
	 * A question that leaves its set now.
	 * @param change what it leaves by
	 */
	static Retired of(QuestionSet set, Question question, Change change) {
		SetLevel level = set.levels()
			.stream()
			.filter((each) -> each.level() == question.level())
			.findFirst()
			.orElseThrow();
		List<String> ids = level.questions().stream().map(Question::id).toList();
		Spot spot = new Spot(level.level(), level.experience(), level.focus(), ids.indexOf(question.id()));
		return new Retired(question.id(), question.revision(), spot, change.retiring());
	}

	/**
	 * Where the question comes back.
	 * @param last its last revision
	 */
	Spot spot(Question last) {
		return (this.spot != null) ? this.spot
				: new Spot(last.level(), FieldRules.usualExperience(last.level()), "", Integer.MAX_VALUE);
	}

}
