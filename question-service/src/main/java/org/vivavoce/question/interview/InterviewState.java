package org.vivavoce.question.interview;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far an interview is.
 */
public enum InterviewState {

	@JsonProperty("planned")
	PLANNED,

	@JsonProperty("in-progress")
	IN_PROGRESS,

	@JsonProperty("closed")
	CLOSED

}
