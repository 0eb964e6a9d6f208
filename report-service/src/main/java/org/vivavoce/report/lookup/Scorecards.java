package org.vivavoce.report.lookup;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.platform.web.Page;
import org.vivavoce.report.scorecard.CardDocument;
import org.vivavoce.report.scorecard.Comparison;
import org.vivavoce.report.scorecard.ExplainedScorecard;
import org.vivavoce.report.scorecard.Grading;
import org.vivavoce.report.scorecard.Scorecard;
import org.vivavoce.report.scorecard.Summary;

/**
 * Scorecards, each as the viewer may see it.
 */
@Component
public class Scorecards {

	private final AggregateStore<CardDocument> store;

	private final Grading grading;

	Scorecards(AggregateStore<CardDocument> store, Grading grading) {
		this.store = store;
		this.grading = grading;
	}

	/**
	 * One scorecard; {@link ProblemTypes#NOT_FOUND} when there is none.
	 */
	public Mono<Scorecard> one(String candidate, String viewer) {
		return this.store.find(candidate)
			.mapNotNull((stored) -> this.grading.grade(stored.state().card(), viewer).orElse(null))
			.switchIfEmpty(Mono.error(() -> unknown(List.of(candidate))));
	}

	/**
	 * One scorecard with what explains it; {@link ProblemTypes#NOT_FOUND} when there is
	 * none.
	 */
	public Mono<ExplainedScorecard> explained(String candidate, String viewer) {
		return this.store.find(candidate)
			.mapNotNull((stored) -> this.grading.explain(stored.state().card(), viewer).orElse(null))
			.switchIfEmpty(Mono.error(() -> unknown(List.of(candidate))));
	}

	/**
	 * A page of summaries.
	 * @param limit from 1
	 */
	public Mono<Page<Summary>> list(ListQuery query, int limit, String viewer) {
		return this.store.find(query.filter(viewer), query.sort(), limit + 1)
			.collectList()
			.map((rows) -> Page.of(rows, limit, (row) -> summary(row, viewer), query::cursor));
	}

	private Summary summary(Stored<CardDocument> row, String viewer) {
		return this.grading.grade(row.state().card(), viewer).orElseThrow().summary();
	}

	/**
	 * Candidates side by side; {@link ProblemTypes#NOT_FOUND} names those that are
	 * unknown.
	 */
	public Mono<Comparison> compare(List<String> candidates, String viewer) {
		return several(candidates, viewer).map((cards) -> compare(candidates, cards));
	}

	/**
	 * The scorecards of those candidates who have one, by their ids.
	 */
	public Mono<Map<String, Scorecard>> several(List<String> candidates, String viewer) {
		return this.store.findAll(candidates)
			.mapNotNull((stored) -> this.grading.grade(stored.state().card(), viewer).orElse(null))
			.collectMap((card) -> card.candidate().id());
	}

	private static Comparison compare(List<String> candidates, Map<String, Scorecard> cards) {
		List<String> unknown = candidates.stream().filter((candidate) -> !cards.containsKey(candidate)).toList();
		if (!unknown.isEmpty()) {
			throw unknown(unknown);
		}
		return Comparison
			.of(candidates.stream().map((candidate) -> Objects.requireNonNull(cards.get(candidate))).toList());
	}

	public static ProblemException unknown(List<String> candidates) {
		return new ProblemException(ProblemTypes.NOT_FOUND,
				"There is no scorecard of " + String.join(", ", candidates));
	}

}
