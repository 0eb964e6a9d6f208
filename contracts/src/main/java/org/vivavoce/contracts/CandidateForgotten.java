package org.vivavoce.contracts;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Forget this person: a record on {@code candidate-profiled} without a value.
 */
public record CandidateForgotten(String candidateId) implements Event {

	@Override
	public String subject() {
		return this.candidateId;
	}

	@Override
	public @Nullable Instant occurredAt() {
		return null;
	}

}
