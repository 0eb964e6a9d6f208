package org.vivavoce.scoring.sheet;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far an interview has come.
 */
public enum SheetState {

	@JsonProperty("planned")
	PLANNED,

	@JsonProperty("in-progress")
	IN_PROGRESS,

	@JsonProperty("closed")
	CLOSED;

	static SheetState of(Sheet sheet) {
		if (sheet.closing() != null) {
			return CLOSED;
		}
		return sheet.served().isEmpty() ? PLANNED : IN_PROGRESS;
	}

}
