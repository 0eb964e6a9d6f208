package org.vivavoce.question.set;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.document.draft.FieldRules;

/**
 * A question that has left its set.
 *
 * @param revision the last one that it had
 * @param spot where it stood; null for one that left before that was kept
 * @param change who retired it, when and why; null likewise
 */
public record RetiredQuestion(String id, int revision, @Nullable Spot spot, @Nullable Change change) {

	/**
	 * A place in a set. What is said about the level is kept with it, for the level
	 * leaves the set with its last question.
	 *
	 * @param place among the questions of the level, from 0, with those that have left it
	 */
	record Spot(Level level, String experience, String focus, int place) {

	}

	/**
	 * A question that leaves its set now.
	 * @param change what it leaves by
	 */
	static RetiredQuestion of(QuestionSet set, Question question, Change change) {
		SetLevel level = set.levels()
			.stream()
			.filter((each) -> each.level() == question.level())
			.findFirst()
			.orElseThrow();
		Spot spot = new Spot(level.level(), level.experience(), level.focus(),
				all(level, set.retired()).indexOf(question.id()));
		return new RetiredQuestion(question.id(), question.revision(), spot, change.retiring());
	}

	/**
	 * The ids of all questions of a level, with those that have left it at their places.
	 */
	static List<String> all(SetLevel level, List<RetiredQuestion> retired) {
		List<String> ids = new ArrayList<>(level.questions().stream().map(Question::id).toList());
		retired.stream()
			.filter((each) -> each.spot() != null && each.spot().level() == level.level())
			.sorted(Comparator.comparingInt((each) -> Objects.requireNonNull(each.spot()).place()))
			.forEach((each) -> ids.add(Math.min(Objects.requireNonNull(each.spot()).place(), ids.size()), each.id()));
		return ids;
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
