package org.vivavoce.contracts;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is known about a person.
 *
 * @param externalIds the person's ids in other systems, by system
 */
public record CandidateProfiled(String candidateId, @Nullable String name,
		Map<String, String> externalIds) implements Event {

	public CandidateProfiled {
		externalIds = (externalIds != null) ? Map.copyOf(externalIds) : Map.of();
	}

	@Override
	public String subject() {
		return this.candidateId;
	}

	@Override
	public @Nullable Instant occurredAt() {
		return null;
	}

}
