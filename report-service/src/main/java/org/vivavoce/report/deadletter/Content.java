package org.vivavoce.report.deadletter;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whether key, value and headers of a dead letter are stored.
 */
public enum Content {

	@JsonProperty("kept")
	KEPT,

	/**
	 * Too large to be kept; the record is still where it was refused.
	 */
	@JsonProperty("left-out")
	LEFT_OUT,

	/**
	 * Removed with everything else about a person who was forgotten.
	 */
	@JsonProperty("forgotten")
	FORGOTTEN

}
