package org.vivavoce.report.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How a rebuild is to go.
 *
 * @param swap automatic without one
 */
record RebuildRequest(@Nullable Swap swap) {

	/**
	 * Who decides when the new generation is read.
	 */
	enum Swap {

		/** The service, when nothing differs. */
		@JsonProperty("auto")
		AUTO,
		/** Whoever asks for it. */
		@JsonProperty("manual")
		MANUAL

	}

}
