package org.vivavoce.question.hub;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes questions out of their set and brings them back.
 */
final class Retirement {

	private Retirement() {
	}

	/**
	 * The set without one of its questions. A level goes with its last question.
	 */
	static QuestionSet retire(QuestionSet set, Question question, Change change) {
		List<SetLevel> levels = set.levels()
			.stream()
			.map((level) -> with(level,
					level.questions().stream().filter((each) -> !each.id().equals(question.id())).toList()))
			.filter((level) -> !level.questions().isEmpty())
			.toList();
		return set.next(levels,
				Stream.concat(set.retired().stream(), Stream.of(Retired.of(set, question, change))).toList(), change);
	}

	/**
	 * The set with a question that had left it, where it stood and as it was.
	 * @param last its last revision
	 */
	static QuestionSet restore(QuestionSet set, Retired retired, Question last, Change change) {
		Retired.Spot spot = retired.spot(last);
		Question question = last.draft()
			.revision(retired.revision() + 1, set.draft(), spot.level(), change.ending(retired.change()));
		SetLevel level = set.levels()
			.stream()
			.filter((each) -> each.level() == spot.level())
			.findFirst()
			.orElseGet(() -> new SetLevel(spot.level(), spot.experience(), spot.focus(), List.of()));
		List<String> order = Retired.all(level, set.retired());
		List<Question> questions = new ArrayList<>(level.questions());
		int before = (int) questions.stream()
			.filter((each) -> order.indexOf(each.id()) < order.indexOf(question.id()))
			.count();
		questions.add(order.contains(question.id()) ? before : questions.size(), question);
		List<SetLevel> levels = Stream
			.concat(set.levels().stream().filter((each) -> each.level() != spot.level()),
					Stream.of(with(level, questions)))
			.sorted(Comparator.comparing(SetLevel::level))
			.toList();
		return set.next(levels, set.retired().stream().filter((each) -> !each.equals(retired)).toList(), change);
	}

	private static SetLevel with(SetLevel level, List<Question> questions) {
		return new SetLevel(level.level(), level.experience(), level.focus(), questions);
	}

}
