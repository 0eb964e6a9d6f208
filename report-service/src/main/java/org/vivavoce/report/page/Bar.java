package org.vivavoce.report.page;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.JsonNames;
import org.vivavoce.report.scorecard.Scorecard;

/**
 * A row of a chart.
 *
 * @param score 0 to 100; null while nothing is counted
 */
public record Bar(String label, @Nullable Double score, int served, int scored) {

	static List<Bar> ofLevels(Scorecard card) {
		return card.levels()
			.stream()
			.map((row) -> new Bar(JsonNames.of(row.level()), row.score(), row.served(), row.scored()))
			.toList();
	}

	static List<Bar> ofTopics(Scorecard card) {
		return card.topics()
			.stream()
			.map((row) -> new Bar(row.topic(), row.score(), row.served(), row.scored()))
			.toList();
	}

}
