package org.vivavoce.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A panel member's recommendation.
 */
public enum Overall {

	@JsonProperty("definitely-not")
	DEFINITELY_NOT,

	@JsonProperty("no")
	NO,

	@JsonProperty("yes")
	YES,

	@JsonProperty("strong-yes")
	STRONG_YES,

	@JsonProperty("no-decision")
	NO_DECISION

}
