package org.vivavoce.report.deadletter;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.vivavoce.contracts.JsonNames;

public enum DeadLetterState {

	/**
	 * Somebody has to decide.
	 */
	@JsonProperty("waiting")
	WAITING,

	/**
	 * Sent again, and not refused since.
	 */
	@JsonProperty("sent-again")
	SENT_AGAIN,

	/**
	 * Nothing is to be done.
	 */
	@JsonProperty("discarded")
	DISCARDED;

	String text() {
		return JsonNames.of(this);
	}

}
