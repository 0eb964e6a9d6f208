package org.vivavoce.question.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.set.QuestionSet;

/**
 * Findings as their template sees them.
 *
 * @param set that they were narrowed to; null for all
 * @param titles of all sets, by id
 * @param questions how many were looked at
 */
record LintPage(@Nullable String set, Map<String, String> titles, int questions, List<Finding> findings) {

	private static final int PAGE = 100;

	/**
	 * Look at all sets.
	 * @param set whose findings are wanted, or null for all
	 */
	static LintPage of(List<QuestionSet> sets, @Nullable String set) {
		Map<String, String> titles = new LinkedHashMap<>();
		sets.forEach((each) -> titles.put(each.id(), each.title()));
		return new LintPage(set, titles,
				sets.stream().filter((each) -> set == null || each.id().equals(set)).mapToInt(QuestionSet::size).sum(),
				Lint.of(sets).stream().filter((finding) -> set == null || finding.concerns(set)).toList());
	}

	/**
	 * The findings of a page, by their set.
	 * @param from how many the pages before it have
	 */
	public Map<String, List<Finding>> bySet(int from) {
		return this.findings.stream()
			.skip(from)
			.limit(PAGE)
			.collect(Collectors.groupingBy(Finding::set, LinkedHashMap::new, Collectors.toList()));
	}

	/**
	 * Where the next page begins; null when there is none.
	 */
	public @Nullable Integer next(int from) {
		return (this.findings.size() - from > PAGE) ? Integer.valueOf(from + PAGE) : null;
	}

	public long warnings() {
		return this.findings.stream().filter((finding) -> finding.rule().warning()).count();
	}

}
