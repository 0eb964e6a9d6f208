package org.vivavoce.question.interview.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.plan.DraftPlan;
import org.vivavoce.question.plan.PlanEditor;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionOutline;

/**
 * A draft as its form shows it.
 *
 * @param minutes how long all answers should take together
 * @param strip the questions as stretches of time
 * @param asTyped whether the levels have as many questions as the form says; then its
 * fields stay, somebody may be typing in the next one
 */
record DraftView(List<Row> rows, List<LevelCount> levels, boolean asTyped, List<String> topics, int minutes,
		List<TimeSlot> strip, String said, @Nullable String focus, String plannedFor, long seed) {

	/**
	 * A question of the plan.
	 *
	 * @param position from 1
	 * @param warning what speaks against asking it
	 * @param swappable whether the hub has another one of the level
	 */
	record Row(int position, QuestionOutline question, @Nullable String prompt, @Nullable String warning,
			boolean locked, boolean swappable, boolean first, boolean last) {

	}

	/**
	 * How many questions of a level.
	 *
	 * @param part what the level is to the target level, in words
	 * @param available how many the hub has
	 */
	record LevelCount(Level level, String field, String part, int count, int available, @Nullable String note) {

	}

	/**
	 * A question in the strip.
	 *
	 * @param from minutes after the beginning
	 */
	record TimeSlot(int from, int minutes, Level level) {

	}

	static DraftView of(DraftStep step, PlanEditor planEditor, InterviewForm form, Map<String, Question> texts) {
		List<DraftPlan.Place> places = step.plan().places();
		List<Row> rows = new ArrayList<>();
		List<TimeSlot> strip = new ArrayList<>();
		int minutes = 0;
		for (int at = 0; at < places.size(); at++) {
			QuestionOutline question = places.get(at).question();
			Question text = texts.get(Question.key(question.id(), question.revision()));
			rows.add(new Row(at + 1, question, (text != null) ? text.prompt() : null, planEditor.warning(question),
					places.get(at).locked(), planEditor.spare(step.plan(), question.level()) > 0, at == 0,
					at == places.size() - 1));
			strip.add(new TimeSlot(minutes, question.minutes(), question.level()));
			minutes += question.minutes();
		}
		List<LevelCount> levels = Stream.of(Level.values())
			.map((level) -> new LevelCount(level, InterviewForm.field(level), part(level, form.level()),
					step.plan().counts().getOrDefault(level, 0), planEditor.available(level), step.notes().get(level)))
			.toList();
		boolean asTyped = form.plannedForTechnology() && form.plannedForLevel() && levels.stream()
			.allMatch((level) -> String.valueOf(level.count()).equals(form.counts().get(level.level())));
		return new DraftView(rows, levels, asTyped, step.topics(), minutes, strip, step.said(), step.focus(),
				form.purpose(), step.plan().seed());
	}

	private static String part(Level level, Level target) {
		int distance = level.distanceFrom(target);
		return (distance == 0) ? "at level" : (distance < 0) ? "warm-up" : "stretch";
	}

	/**
	 * The texts that {@link #of} needs, as {@code id@revision}.
	 */
	static List<String> keys(DraftStep step) {
		return step.plan()
			.questions()
			.stream()
			.map((question) -> Question.key(question.id(), question.revision()))
			.toList();
	}

	/**
	 * Whether the keyboard goes on at an element.
	 */
	public boolean focuses(String id) {
		return id.equals(this.focus);
	}

}
