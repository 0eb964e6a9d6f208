package org.vivavoce.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the figures of a scorecard suggest. It informs the panel, it does not decide.
 */
public enum ScorecardOutcome {

	@JsonProperty("incomplete")
	INCOMPLETE,

	@JsonProperty("decline")
	DECLINE,

	@JsonProperty("hold")
	HOLD,

	@JsonProperty("advance")
	ADVANCE

}
