package org.vivavoce.question.document.source;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.document.draft.FieldRules;

/**
 * Reads questions from a table whose first row names its columns, one question a row.
 */
public final class PartsTable {

	private static final Set<Part> SET_WIDE = EnumSet.of(Part.SET, Part.TECHNOLOGY, Part.TITLE);

	private static final Set<Part> NEEDED = EnumSet.of(Part.PROMPT, Part.STRONG_ANSWER, Part.RED_FLAG);

	/**
	 * Names of columns that only count the rows.
	 */
	private static final Pattern NUMBERING = Pattern.compile("\\s*(?:#|no\\.?|nr\\.?|number)\\s*",
			Pattern.CASE_INSENSITIVE);

	/**
	 * What a spreadsheet would compute, but for the apostrophe.
	 */
	private static final Pattern FORMULA = Pattern.compile("'+[=+\\-@\\t]");

	private final Faults faults;

	private final List<Optional<Part>> columns = new ArrayList<>();

	private final List<Boolean> ignored = new ArrayList<>();

	private PartsTable(Faults faults) {
		this.faults = faults;
	}

	/**
	 * Add what a table says to a set.
	 * @param rows the first names the columns
	 * @param under the level of all questions; null where a column names it
	 */
	public static void read(List<List<Passage>> rows, SetSource set, SetSource.@Nullable LevelSource under,
			Faults faults) {
		PartsTable table = new PartsTable(faults);
		if (table.header(rows.getFirst(), under == null)) {
			for (int row = 1; row < rows.size() && !faults.full(); row++) {
				Interruption.check();
				if (row <= FieldRules.QUESTIONS) {
					table.row(rows.get(row), set, under);
				}
				else {
					count(rows.get(row), set);
				}
			}
		}
	}

	private boolean header(List<Passage> names, boolean levels) {
		Set<Part> seen = EnumSet.noneOf(Part.class);
		for (Passage name : names) {
			Optional<Part> part = Part.of(name.text());
			boolean named = part.isEmpty() && !name.blank();
			this.ignored.add(named);
			if (named && !NUMBERING.matcher(name.text()).matches()) {
				this.faults.add(name.line(), "unknown column " + FieldRules.quote(name.text().strip())
						+ "; remove it or name it one of " + labels(EnumSet.allOf(Part.class)));
			}
			if (part.filter((known) -> !seen.add(known)).isPresent()) {
				this.faults.add(name.line(), "the column '" + part.get().label() + "' is there twice");
			}
			this.columns.add(part);
		}
		Set<Part> missing = EnumSet.copyOf(NEEDED);
		if (levels) {
			missing.add(Part.LEVEL);
		}
		missing.removeAll(seen);
		if (!missing.isEmpty()) {
			this.faults.add(names.getFirst().line(),
					"the first row must name the columns; missing: " + labels(missing));
		}
		return missing.isEmpty();
	}

	private static String labels(Set<Part> parts) {
		return parts.stream().map(Part::label).collect(Collectors.joining(", "));
	}

	private void row(List<Passage> cells, SetSource set, SetSource.@Nullable LevelSource under) {
		SetSource.QuestionSource question = SetSource.QuestionSource.create(cells.getFirst().line());
		Passage name = level(cells, under);
		SetSource.LevelSource own = (under != null && name.equals(under.name())) ? under
				: SetSource.LevelSource.create(name);
		for (int at = 0; at < cells.size(); at++) {
			Passage cell = plain(cells.get(at));
			Optional<Part> part = (at < this.columns.size()) ? this.columns.get(at) : Optional.empty();
			boolean passedOver = at < this.ignored.size() && this.ignored.get(at);
			if (!cell.blank() && !passedOver) {
				part.ifPresentOrElse((known) -> take(known, cell, set, own, question),
						() -> this.faults.add(cell.line(), "there is a cell in a column without a name"));
			}
		}
		own.questions().add(question);
		if (own != under) {
			set.levels().add(own);
		}
	}

	/**
	 * Of too many questions only the number matters.
	 */
	private static void count(List<Passage> cells, SetSource set) {
		SetSource.LevelSource level = SetSource.LevelSource.create(cells.getFirst());
		level.questions().add(SetSource.QuestionSource.create(cells.getFirst().line()));
		set.levels().add(level);
	}

	private Passage level(List<Passage> cells, SetSource.@Nullable LevelSource under) {
		int column = this.columns.indexOf(Optional.of(Part.LEVEL));
		Passage cell = (column >= 0 && column < cells.size()) ? cells.get(column) : null;
		if (cell != null && (under == null || !cell.blank())) {
			return cell;
		}
		return (under != null) ? under.name() : new Passage(cells.getFirst().line(), "");
	}

	private void take(Part part, Passage cell, SetSource set, SetSource.LevelSource level,
			SetSource.QuestionSource question) {
		if (SET_WIDE.contains(part)) {
			Passage first = set.parts().putIfAbsent(part, cell);
			if (first != null && !first.text().strip().equals(cell.text().strip())) {
				this.faults.add(cell.line(), "'" + part.label() + "' is " + FieldRules.quote(cell.text()) + " here and "
						+ FieldRules.quote(first.text()) + " in line " + first.line() + "; a document holds one set");
			}
			return;
		}
		switch (part) {
			case LEVEL -> {
			}
			case EXPERIENCE, FOCUS -> level.parts().put(part, cell);
			case KEY_POINTS -> question.addKeyPoints(cell);
			default -> question.parts().put(part, cell);
		}
	}

	/**
	 * A cell without the apostrophe that keeps a spreadsheet from taking it for a
	 * formula.
	 */
	private static Passage plain(Passage cell) {
		return FORMULA.matcher(cell.text()).lookingAt() ? new Passage(cell.line(), cell.text().substring(1)) : cell;
	}

}
