package org.vivavoce.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Seniority of a question or of the role a candidate applies for: junior 0–2 years, mid
 * 2–5, senior 5 and more.
 */
public enum Level {

	@JsonProperty("junior")
	JUNIOR,

	@JsonProperty("mid")
	MID,

	@JsonProperty("senior")
	SENIOR;

	/**
	 * How far this level lies above the target.
	 * @param target the level that the candidate applies for
	 * @return −2 to 2: negative for a warm-up, positive for a stretch
	 */
	public int distanceFrom(Level target) {
		return ordinal() - target.ordinal();
	}

}
