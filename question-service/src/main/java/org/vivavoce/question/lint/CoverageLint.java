package org.vivavoce.question.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.set.QuestionSet;

/**
 * What a technology has no questions about. All its sets are looked at together, as plans
 * do.
 */
final class CoverageLint {

	private CoverageLint() {
	}

	static List<Finding> of(List<QuestionSet> sets) {
		Map<String, List<QuestionSet>> technologies = sets.stream()
			.collect(Collectors.groupingBy(QuestionSet::technology, TreeMap::new, Collectors.toList()));
		return technologies.values().stream().flatMap(CoverageLint::gaps).toList();
	}

	/**
	 * @param sets of one technology; the largest is the one to add to
	 */
	private static Stream<Finding> gaps(List<QuestionSet> sets) {
		QuestionSet largest = sets.stream().max(Comparator.comparing(QuestionSet::size)).orElseThrow();
		Map<String, Set<Level>> topics = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		Set<Level> levels = EnumSet.noneOf(Level.class);
		sets.stream().flatMap(QuestionSet::questions).forEach((question) -> {
			levels.add(question.level());
			// a question whose document names no topic is about none
			if (!question.topic().equals(FieldRules.GENERAL_TOPIC)) {
				topics.computeIfAbsent(question.topic(), (topic) -> EnumSet.noneOf(Level.class)).add(question.level());
			}
		});
		List<Finding> findings = new ArrayList<>();
		for (Level level : between(levels)) {
			findings.add(Finding.about(LintRule.LEVEL_GAP, largest, level,
					"There are questions for easier and for harder levels, none for this one."));
		}
		topics.forEach((topic, asked) -> between(asked).stream()
			.filter(levels::contains)
			.map((level) -> Finding.about(LintRule.TOPIC_GAP, largest, level,
					"“" + topic + "” is asked about on an easier and on a harder level, not on this one."))
			.forEach(findings::add));
		return findings.stream();
	}

	/**
	 * Levels that are missing between two that are there.
	 */
	private static List<Level> between(Set<Level> levels) {
		return Stream.of(Level.values())
			.filter((level) -> !levels.contains(level))
			.filter((level) -> levels.stream().anyMatch((each) -> each.compareTo(level) < 0)
					&& levels.stream().anyMatch((each) -> each.compareTo(level) > 0))
			.toList();
	}

}
