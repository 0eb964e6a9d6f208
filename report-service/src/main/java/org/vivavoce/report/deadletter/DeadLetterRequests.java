package org.vivavoce.report.deadletter;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The bodies that callers send.
 */
public final class DeadLetterRequests {

	private DeadLetterRequests() {
	}

	/**
	 * Send one letter again.
	 *
	 * @param value instead of the original one, where editing is allowed
	 */
	record Replay(@Nullable JsonNode value) {

	}

	/**
	 * Send many again: all that wait, of a topic, a kind or both.
	 */
	public record ReplayMany(@Nullable @Size(max = 300) String topic, @Nullable @Size(max = 300) String kind) {

	}

	/**
	 * Set a letter aside.
	 */
	record Discard(@NotBlank @Size(max = 1000) String reason) {

	}

}
