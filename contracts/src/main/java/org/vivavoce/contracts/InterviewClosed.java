package org.vivavoce.contracts;

import java.time.Instant;

/**
 * An interview ended.
 */
public record InterviewClosed(String interviewId, String candidateId, InterviewOutcome outcome,
		Instant closedAt) implements Event {

	@Override
	public String subject() {
		return this.interviewId;
	}

	@Override
	public Instant occurredAt() {
		return this.closedAt;
	}

}
