package org.vivavoce.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How an interview ended.
 */
public enum InterviewOutcome {

	@JsonProperty("completed")
	COMPLETED,

	@JsonProperty("abandoned")
	ABANDONED,

	@JsonProperty("no-show")
	NO_SHOW

}
