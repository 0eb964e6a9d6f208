package org.vivavoce.question.hub;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Findings as their template sees them.
 *
 * @param set that they were narrowed to; null for all
 * @param titles of all sets, by id
 * @param questions how many were looked at
 */
record LintPage(@Nullable String set, Map<String, String> titles, int questions, List<Finding> findings) {

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
	 * The findings by the title of their set.
	 */
	public Map<String, List<Finding>> bySet() {
		return this.findings.stream()
			.collect(Collectors.groupingBy(Finding::set, LinkedHashMap::new, Collectors.toList()));
	}

	public long warnings() {
		return this.findings.stream().filter((finding) -> finding.rule().warning()).count();
	}

}
