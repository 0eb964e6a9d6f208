package org.vivavoce.question.document.text;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.source.Faults;
import org.vivavoce.question.document.source.Interruption;
import org.vivavoce.question.document.source.Part;
import org.vivavoce.question.document.source.Passage;
import org.vivavoce.question.document.source.SetSource;
import org.vivavoce.question.document.source.TextUnit;

/**
 * Reads the questions of one level from plain text: question, strong answer, red flag,
 * and again. A label decides; without labels the order does, and the question mark tells
 * where a question was expected or left out.
 */
final class QuestionBlockReader {

	/** Question, strong answer, red flag. */
	private static final int PARTS = 3;

	private final List<TextUnit> units;

	private final boolean last;

	private final SetSource.LevelSource level;

	private final Faults faults;

	private final boolean labelledAnswers;

	private final boolean labelledFlags;

	private final BitSet asking;

	private final ClosingRemark closing;

	/** Half of the questions or more end with a question mark. */
	private final boolean mostAsk;

	private SetSource.@Nullable QuestionSource open;

	private @Nullable Part label;

	/**
	 * For one level.
	 * @param last whether the document ends with it
	 */
	QuestionBlockReader(List<TextUnit> units, boolean last, SetSource.LevelSource level, Faults faults) {
		this.units = units.stream().map(TextUnit::amongQuestions).toList();
		this.last = last;
		this.level = level;
		this.faults = faults;
		this.labelledAnswers = units.stream().anyMatch((unit) -> unit.is(Part.STRONG_ANSWER));
		this.labelledFlags = units.stream().anyMatch((unit) -> unit.is(Part.RED_FLAG));
		this.asking = where(TextUnit::asks);
		this.closing = new ClosingRemark(this.units, last, level, this.labelledFlags);
		this.mostAsk = this.asking.cardinality() * 2 * PARTS >= this.units.size();
	}

	private BitSet where(Predicate<TextUnit> holds) {
		return IntStream.range(0, this.units.size())
			.filter((at) -> holds.test(this.units.get(at)))
			.collect(BitSet::new, BitSet::set, BitSet::or);
	}

	void read() {
		for (int at = 0; at < this.units.size() && !refusedAnyway(); at++) {
			Interruption.check();
			TextUnit unit = this.units.get(at);
			if (unit.label() != null && unit.text().isEmpty()) {
				this.label = unit.label();
			}
			else if (this.open == null && this.closing.begins(at)) {
				return;
			}
			else {
				Part above = this.label;
				this.label = null;
				take((unit.label() == null && above != null) ? unit.labelled(above) : unit, at);
			}
		}
		finish("the end of the " + (this.last ? "document" : "level"), null);
	}

	private boolean refusedAnyway() {
		return this.faults.full() || this.level.questions().size() > FieldRules.QUESTIONS;
	}

	private void take(TextUnit unit, int at) {
		SetSource.QuestionSource question = this.open;
		if (unit.label() != null && unit.label() != Part.PROMPT) {
			labelled(unit, unit.label());
		}
		else if (question == null) {
			begin(unit, at);
		}
		else if (unit.asksPlainly() || (unit.numbered() && this.units.getFirst().numbered())) {
			finish("the question in line " + unit.line(), unit);
			begin(unit, at);
		}
		else if (question.part(Part.STRONG_ANSWER) == null) {
			put(question, this.labelledAnswers ? Part.PROMPT : Part.STRONG_ANSWER, unit);
		}
		else if (this.labelledFlags) {
			put(question, Part.STRONG_ANSWER, unit);
		}
		else if (this.closing.takesThePlaceOfARedFlag(at)) {
			finish("what reads as a closing remark (give it the label 'Red flag:' if it is none)", unit);
		}
		else {
			put(question, Part.RED_FLAG, unit);
			this.open = null;
		}
	}

	private void begin(TextUnit unit, int at) {
		if (unit.years()) {
			this.faults.add(unit.line(), TextReader.HEADING_EXPECTED);
			return;
		}
		if (!unit.mayAsk() && this.mostAsk && !inStep(at)) {
			this.faults.add(unit.line(),
					"a question was expected, which ends with a question mark or has the label " + "'Question:'; found "
							+ FieldRules.quote(unit.text())
							+ (this.closing.possible(at) ? " (if it is a closing remark, remove it)" : ""));
			return;
		}
		SetSource.QuestionSource question = SetSource.QuestionSource.create(unit.line());
		put(question, Part.PROMPT, unit);
		this.level.questions().add(question);
		this.open = question;
	}

	/**
	 * Whether whole triples lie between a line and the next question, so that it is one
	 * that merely asks nothing, such as "Design a rate limiter.". At the end of the
	 * document a closing remark may follow, so that nothing can be counted.
	 */
	private boolean inStep(int at) {
		int next = this.asking.nextSetBit(at + 1);
		int end = (next >= 0) ? next : this.units.size();
		return (next >= 0 || !this.last) && (end - at) % PARTS == 0;
	}

	private void labelled(TextUnit unit, Part part) {
		SetSource.QuestionSource question = (this.open != null || this.level.questions().isEmpty()) ? this.open
				: this.level.questions().getLast();
		if (question == null) {
			this.faults.add(unit.line(), "a question was expected before its " + part.label());
			return;
		}
		boolean whole = part == Part.STRONG_ANSWER || part == Part.RED_FLAG;
		if (whole && (this.open == null || question.part(part) != null)) {
			this.faults.add(unit.line(), "a question was expected before another " + part.label());
			return;
		}
		if (part == Part.RED_FLAG && question.part(Part.STRONG_ANSWER) == null) {
			this.faults.add(unit.line(), "the strong answer of the question in line " + question.line()
					+ " was expected; found its red flag");
			question.parts().put(Part.STRONG_ANSWER, new Passage(unit.line(), "-"));
		}
		put(question, part, unit);
		this.open = (part == Part.RED_FLAG) ? null : this.open;
	}

	private static void put(SetSource.QuestionSource question, Part part, TextUnit unit) {
		if (part == Part.KEY_POINTS) {
			question.addKeyPoints(unit.passage());
			return;
		}
		question.parts().merge(part, unit.passage(), (before, more) -> before.with("\n\n", more));
	}

	/**
	 * Say what an open question lacks.
	 */
	private void finish(String found, @Nullable TextUnit at) {
		SetSource.QuestionSource question = this.open;
		if (question == null) {
			return;
		}
		boolean answered = question.part(Part.STRONG_ANSWER) != null;
		this.faults.add((at != null) ? at.line() : question.line(),
				"the " + (answered ? "red flag" : "strong answer") + " of the question in line " + question.line()
						+ " was expected; found " + found + ((at == null && !answered && this.last)
								? ". If the line is a closing remark and no question, remove it" : ""));
		// said once is enough
		question.parts().putIfAbsent(Part.STRONG_ANSWER, new Passage(question.line(), "-"));
		question.parts().putIfAbsent(Part.RED_FLAG, new Passage(question.line(), "-"));
		this.open = null;
	}

}
