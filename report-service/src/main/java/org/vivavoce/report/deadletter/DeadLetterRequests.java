package org.vivavoce.report.deadletter;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Request bodies.
 */
final class DeadLetterRequests {

	private DeadLetterRequests() {
	}

	/**
	 * Send one dead letter again.
	 *
	 * @param value instead of the original one, where editing is allowed
	 */
	record Replay(@Nullable JsonNode value) {

	}

	/**
	 * Discard a dead letter.
	 */
	record Discard(@NotBlank @Size(max = 1000) String reason) {

	}

}
