package org.vivavoce.question.document.text;

import java.util.List;

import org.vivavoce.question.document.source.Part;
import org.vivavoce.question.document.source.Passage;
import org.vivavoce.question.document.source.SetSource;
import org.vivavoce.question.document.source.TextUnit;

/**
 * Tells the remark at the end of a page from the parts of its last question.
 */
final class ClosingRemark {

	private static final int ENOUGH_TO_COMPARE = 3;

	private final List<TextUnit> units;

	private final boolean last;

	private final SetSource.LevelSource level;

	private final boolean labelledFlags;

	/** Nothing from here on is a question or has a label. */
	private final int plain;

	/** How many questions were looked at, and how many of them ask. */
	private int looked;

	private int asked;

	/**
	 * For one level.
	 * @param last whether the document ends with it
	 * @param level as far as it is read
	 */
	ClosingRemark(List<TextUnit> units, boolean last, SetSource.LevelSource level, boolean labelledFlags) {
		this.units = units;
		this.last = last;
		this.level = level;
		this.labelledFlags = labelledFlags;
		int from = units.size();
		while (from > 0 && units.get(from - 1).label() == null && !units.get(from - 1).mayAsk()) {
			from--;
		}
		this.plain = from;
	}

	/**
	 * Whether a closing remark begins, which only the end of the document has: nothing
	 * from here on is a question or has a label. Its first two lines might as well be an
	 * answer and a red flag whose question is missing.
	 */
	boolean begins(int from) {
		List<TextUnit> rest = this.units.subList(from, this.units.size());
		return !this.level.questions().isEmpty() && possible(from) && asked()
				&& (rest.size() == 1 || this.labelledFlags
						|| rest.subList(0, 2).stream().anyMatch(TextUnit::bidsFarewell)
						|| (rest.get(1).line() - rest.get(0).line() > 1
								&& this.level.questions().stream().allMatch(ClosingRemark::close)));
	}

	boolean possible(int from) {
		return this.last && from >= this.plain;
	}

	/**
	 * Whether a line where a red flag is expected is part of the remark.
	 */
	boolean takesThePlaceOfARedFlag(int at) {
		TextUnit unit = this.units.get(at);
		return possible(at) && (unit.bidsFarewell() || apart(unit) || answersLikeARedFlag());
	}

	/**
	 * Whether nothing stands between the parts of a question, not even a blank line.
	 */
	private static boolean close(SetSource.QuestionSource question) {
		return question.line(Part.STRONG_ANSWER) - question.line(Part.PROMPT) == 1
				&& question.line(Part.RED_FLAG) - question.line(Part.STRONG_ANSWER) == 1;
	}

	/**
	 * Whether half of the questions so far or more look like questions, so that what does
	 * not is none.
	 */
	private boolean asked() {
		// a question that is complete stays as it is
		for (; this.looked < this.level.questions().size(); this.looked++) {
			Passage prompt = this.level.questions().get(this.looked).part(Part.PROMPT);
			this.asked += (prompt != null && TextUnit.of(prompt).mayAsk()) ? 1 : 0;
		}
		return this.asked * 2 >= this.level.questions().size() || this.labelledFlags
				|| this.units.getFirst().numbered();
	}

	/**
	 * Whether a blank line is above it, which no other red flag here has above it.
	 */
	private boolean apart(TextUnit unit) {
		List<SetSource.QuestionSource> others = this.level.questions().subList(0, this.level.questions().size() - 1);
		SetSource.QuestionSource own = this.level.questions().getLast();
		return unit.line() - own.line(Part.STRONG_ANSWER) > 1 && !others.isEmpty()
				&& others.stream().allMatch((other) -> other.line(Part.RED_FLAG) - other.line(Part.STRONG_ANSWER) <= 1);
	}

	/**
	 * Whether the strong answer of the last question is as short as a red flag, where all
	 * others are longer than every red flag.
	 */
	private boolean answersLikeARedFlag() {
		List<SetSource.QuestionSource> others = this.level.questions().subList(0, this.level.questions().size() - 1);
		int answers = others.stream().mapToInt((other) -> other.length(Part.STRONG_ANSWER)).min().orElse(0);
		int flags = others.stream().mapToInt((other) -> other.length(Part.RED_FLAG)).max().orElse(0);
		return others.size() >= ENOUGH_TO_COMPARE && answers > flags
				&& this.level.questions().getLast().length(Part.STRONG_ANSWER) <= flags;
	}

}
