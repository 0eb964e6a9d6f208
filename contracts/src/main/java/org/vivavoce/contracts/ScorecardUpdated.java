package org.vivavoce.contracts;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard changed: its summary.
 *
 * @param version grows with every change of the scorecard
 * @param score 0 to 100 with one decimal; null while nothing is counted
 * @param reasons the figures that decided the outcome
 * @param updatedAt time of the latest event that the scorecard holds
 */
public record ScorecardUpdated(String candidateId, long version,
		@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double score, ScorecardOutcome outcome, List<String> reasons,
		Coverage coverage, int redFlagCount, Instant updatedAt) implements Event {

	public ScorecardUpdated {
		reasons = List.copyOf(reasons);
	}

	@Override
	public String subject() {
		return this.candidateId;
	}

	@Override
	public Instant occurredAt() {
		return this.updatedAt;
	}

}
