package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Coverage;
import org.vivavoce.contracts.ScorecardOutcome;
import org.vivavoce.contracts.ScorecardUpdated;

/**
 * A scorecard in a few figures.
 *
 * @param version grows with every change
 * @param score 0 to 100 with one decimal; null while nothing is counted
 * @param reasons the figures that decided the outcome
 * @param redFlagCount questions that any panel member flagged
 * @param updatedAt time of the latest event that the scorecard holds
 */
public record Summary(String candidateId, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name,
		long version, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double score, ScorecardOutcome outcome,
		List<String> reasons, Coverage coverage, int redFlagCount, Instant updatedAt) {

	/**
	 * The event that publishes it.
	 */
	public ScorecardUpdated event() {
		return new ScorecardUpdated(this.candidateId, this.version, this.score, this.outcome, this.reasons,
				this.coverage, this.redFlagCount, this.updatedAt);
	}

}
