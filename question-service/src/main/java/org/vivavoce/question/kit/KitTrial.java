package org.vivavoce.question.kit;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.plan.PlannedQuestion;
import org.vivavoce.question.set.FieldFault;
import org.vivavoce.question.set.Question;

/**
 * What would be asked by a kit now.
 *
 * @param against why no plan is possible; empty when one is
 * @param rows the questions in their order
 * @param seed repeats it
 * @param repeated whether somebody has given the seed
 */
public record KitTrial(List<FieldFault> against, List<Row> rows, long seed, boolean repeated) {

	/**
	 * A question that would be asked.
	 *
	 * @param prompt null when the hub has the question no more
	 */
	record Row(PlannedQuestion question, @Nullable String prompt) {

	}

	/**
	 * A stretch of its time.
	 *
	 * @param from minutes after the beginning
	 */
	record TimeSlot(int from, Row row) {

	}

	KitTrial withPrompts(Map<String, Question> texts) {
		return new KitTrial(this.against, this.rows.stream().map((row) -> {
			Question text = texts.get(key(row));
			return new Row(row.question(), (text != null) ? text.prompt() : null);
		}).toList(), this.seed, this.repeated);
	}

	/**
	 * The texts that {@link #withPrompts} needs, as {@code id@revision}.
	 */
	List<String> keys() {
		return this.rows.stream().map(KitTrial::key).toList();
	}

	private static String key(Row row) {
		return Question.key(row.question().questionId(), row.question().revision());
	}

	public boolean possible() {
		return this.against.isEmpty();
	}

	/**
	 * How long all answers should take together.
	 */
	public int minutes() {
		return this.rows.stream().mapToInt((row) -> row.question().minutes()).sum();
	}

	public List<String> topics() {
		return this.rows.stream().map((row) -> row.question().topic()).distinct().toList();
	}

	/**
	 * The questions as stretches of time.
	 */
	public List<TimeSlot> strip() {
		int[] from = { 0 };
		return this.rows.stream().map((row) -> {
			TimeSlot stretch = new TimeSlot(from[0], row);
			from[0] += row.question().minutes();
			return stretch;
		}).toList();
	}

}
