package org.vivavoce.question.document.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.Faults;
import org.vivavoce.question.document.source.Interruption;
import org.vivavoce.question.document.source.LevelIntroduction;
import org.vivavoce.question.document.source.LevelName;
import org.vivavoce.question.document.source.ParseResult;
import org.vivavoce.question.document.source.Part;
import org.vivavoce.question.document.source.Passage;
import org.vivavoce.question.document.source.SetAssembly;
import org.vivavoce.question.document.source.SetSource;
import org.vivavoce.question.document.source.SourceText;
import org.vivavoce.question.document.source.TextUnit;

/**
 * Reads the text of a page of questions: an introduction, and for each level a heading,
 * its years and focus, and questions with a strong answer and a red flag each. All faults
 * are found with their lines.
 */
public final class TextReader {

	static final String HEADING_EXPECTED = "a heading that names the level, such as \"Junior Django interview questions\", "
			+ "was expected above the years of experience";

	private static final int LONGEST_TITLE = 100;

	private final List<TextUnit> units;

	private final Faults faults;

	private final SetSource set = SetSource.create();

	private TextReader(List<TextUnit> units, Faults faults) {
		this.units = units;
		this.faults = faults;
	}

	/**
	 * Read a document.
	 * @param document in UTF-8, or in UTF-16 with a byte order mark
	 */
	public static ParseResult read(byte[] document, DocumentOverrides documentOverrides) {
		Faults faults = new Faults();
		String text = SourceText.decode(document, faults);
		if (text == null) {
			return faults.refused();
		}
		TextReader reader = new TextReader(TextUnits.of(text).stream().map(TextUnit::of).toList(), faults);
		boolean levels = reader.levels();
		return levels ? SetAssembly.assemble(reader.set, documentOverrides, faults) : faults.refused();
	}

	private boolean levels() {
		List<Integer> headings = new ArrayList<>();
		for (int at = 0; at < this.units.size(); at++) {
			Interruption.check();
			if (this.units.get(at).levelHeading() && (headings.isEmpty() || mayBegin(headings.getLast(), at))) {
				headings.add(at);
			}
		}
		if (headings.isEmpty()) {
			this.faults.add(1,
					"no level was found; a line such as \"Junior Django interview questions\" begins each level");
			return false;
		}
		introduction(this.units.subList(0, headings.getFirst()));
		for (int number = 0; number < headings.size() && !this.faults.full(); number++) {
			int end = (number + 1 < headings.size()) ? headings.get(number + 1) : this.units.size();
			level(headings.get(number), end);
		}
		// a table of contents names levels that come again
		Set<Level> filled = this.set.levels()
			.stream()
			.filter((level) -> !level.questions().isEmpty())
			.flatMap((level) -> LevelName.find(level.name().text()).stream())
			.collect(Collectors.toSet());
		this.set.levels()
			.removeIf((level) -> level.questions().isEmpty()
					&& LevelName.find(level.name().text()).filter(filled::contains).isPresent());
		return true;
	}

	/**
	 * A line that might be a heading is one only where a question could begin.
	 */
	private boolean mayBegin(int heading, int at) {
		TextUnit unit = this.units.get(at);
		return unit.surelyHeading() || at - heading <= 1 || (Character.isUpperCase(unit.text().codePointAt(0))
				&& !same(this.units.get(heading).passage(), unit.passage()) && !this.units.get(at - 1).asksPlainly()
				&& this.units.subList(at + 1, Math.min(at + 4, this.units.size())).stream().anyMatch(TextUnit::mayAsk));
	}

	private static boolean same(Passage one, Passage other) {
		Optional<Level> level = LevelName.find(one.text());
		return level.isPresent() && level.equals(LevelName.find(other.text()));
	}

	private void introduction(List<TextUnit> introduction) {
		boolean asked = false;
		for (TextUnit unit : introduction.reversed()) {
			asked |= unit.asksPlainly();
			if (asked && unit.years()) {
				this.faults.add(unit.line(), HEADING_EXPECTED);
			}
		}
		for (TextUnit unit : introduction) {
			if (unit.is(Part.TECHNOLOGY) || unit.is(Part.TITLE) || unit.is(Part.SET)) {
				this.set.parts().putIfAbsent(Objects.requireNonNull(unit.label()), unit.passage());
			}
		}
		if (!introduction.isEmpty()) {
			TextUnit first = introduction.getFirst();
			if (first.label() == null && first.text().length() <= LONGEST_TITLE
					&& !first.text().matches(".*[.?!:;,]")) {
				this.set.parts().putIfAbsent(Part.TITLE, first.passage());
			}
		}
	}

	private void level(int heading, int end) {
		TextUnit unit = this.units.get(heading);
		technology(unit);
		SetSource.LevelSource level = SetSource.LevelSource.create(unit.passage());
		this.set.levels().add(level);
		LevelName.years(unit.text())
			.ifPresent((years) -> level.parts().put(Part.EXPERIENCE, new Passage(unit.line(), years)));
		int first = LevelIntroduction.read(this.units.subList(heading + 1, end), level) + heading + 1;
		new QuestionBlockReader(this.units.subList(first, end), end == this.units.size(), level, this.faults).read();
	}

	private void technology(TextUnit heading) {
		String name = LevelName.technology(heading.text());
		Passage known = this.set.parts().get(Part.TECHNOLOGY);
		if (known == null && !name.isEmpty()) {
			this.set.parts().put(Part.TECHNOLOGY, new Passage(heading.line(), name));
		}
		else if (known != null && !name.isEmpty() && differs(known, name)) {
			this.faults.add(heading.line(), "the heading is about " + FieldRules.quote(name) + ", line " + known.line()
					+ " is about " + FieldRules.quote(known.text()) + "; a document holds one set");
		}
	}

	private static boolean differs(@Nullable Passage known, String name) {
		return known != null && !FieldRules.technology(known.text()).equals(FieldRules.technology(name));
	}

}
