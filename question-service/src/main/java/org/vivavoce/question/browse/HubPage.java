package org.vivavoce.question.browse;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.SetOutline;

/**
 * The hub as its template sees it.
 *
 * @param sets all that there are
 * @param elsewhere questions that are chosen and not in the list
 * @param count how many questions the whole list has
 * @param next cursor of the next page; null on the last
 */
record HubPage(HubFilter filter, List<SetOutline> sets, List<Row> rows, List<Row> elsewhere, long count,
		@Nullable String next) {

	/**
	 * A question in the list.
	 *
	 * @param excerpt of the strong answer, where only that holds what was searched for
	 */
	public record Row(String id, String technology, Level level, String topic, int minutes, List<Highlight> prompt,
			List<Highlight> excerpt, boolean chosen) {

		static Row of(Question question, HubFilter filter) {
			String wanted = filter.q();
			boolean hidden = wanted != null && !Highlight.found(question.prompt(), wanted);
			return new Row(question.id(), question.technology(), question.level(), question.topic(), question.minutes(),
					Highlight.of(question.prompt(), wanted),
					hidden ? Highlight.excerpt(question.strongAnswer(), wanted) : List.of(),
					filter.chosen().contains(question.id()));
		}

	}

	/**
	 * The sets whose outline is shown above the list.
	 */
	public List<SetOutline> outlined() {
		return this.filter.overview() ? this.sets.stream().filter(this::about).toList() : List.of();
	}

	/**
	 * Technologies by their spelling, with their titles.
	 */
	public Map<String, String> technologies() {
		Map<String, String> titles = new TreeMap<>();
		this.sets.forEach((set) -> titles.putIfAbsent(set.technology(), set.title()));
		if (this.filter.technology() != null) {
			titles.putIfAbsent(this.filter.technology(), this.filter.technology());
		}
		return titles;
	}

	/**
	 * The topics of the technology, or of all.
	 */
	public List<String> topics() {
		TreeSet<String> topics = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		this.sets.stream()
			.filter(this::about)
			.flatMap((set) -> set.levels().stream())
			.flatMap((level) -> level.questions().stream())
			.forEach((subject) -> topics.add(subject.topic()));
		if (this.filter.topic() != null) {
			topics.add(this.filter.topic());
		}
		return List.copyOf(topics);
	}

	private boolean about(SetOutline set) {
		return this.filter.technology() == null || set.technology().equals(this.filter.technology());
	}

	public boolean manyTechnologies() {
		return this.sets.stream().map(SetOutline::technology).distinct().count() > 1;
	}

	public int chosen() {
		return this.elsewhere.size() + (int) this.rows.stream().filter(Row::chosen).count();
	}

}
