package org.vivavoce.question.set;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes questions out of their set and brings them back.
 */
public final class Retirement {

	private Retirement() {
	}

	/**
	 * The set without one of its questions. A level goes with its last question.
	 */
	public static QuestionSet retire(QuestionSet set, Question question, Change change) {
		List<SetLevel> levels = set.levels()
			.stream()
			.map((level) -> with(level,
					level.questions().stream().filter((each) -> !each.id().equals(question.id())).toList()))
			.filter((level) -> !level.questions().isEmpty())
			.toList();
		return set.next(levels,
				Stream.concat(set.retired().stream(), Stream.of(RetiredQuestion.of(set, question, change))).toList(),
				change);
	}

	/**
	 * The set with a question that had left it, where it stood and as it was.
	 * @param last its last revision
	 */
	public static QuestionSet restore(QuestionSet set, RetiredQuestion retiredQuestion, Question last, Change change) {
		RetiredQuestion.Spot spot = retiredQuestion.spot(last);
		Question question = Question.of(last.draft(), retiredQuestion.revision() + 1, set.draft(), spot.level(),
				change.ending(retiredQuestion.change()));
		SetLevel level = set.levels()
			.stream()
			.filter((each) -> each.level() == spot.level())
			.findFirst()
			.orElseGet(() -> new SetLevel(spot.level(), spot.experience(), spot.focus(), List.of()));
		List<String> order = RetiredQuestion.all(level, set.retired());
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
		return set.next(levels, set.retired().stream().filter((each) -> !each.equals(retiredQuestion)).toList(),
				change);
	}

	private static SetLevel with(SetLevel level, List<Question> questions) {
		return new SetLevel(level.level(), level.experience(), level.focus(), questions);
	}

}
