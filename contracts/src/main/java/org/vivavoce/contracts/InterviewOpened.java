package org.vivavoce.contracts;

import java.time.Instant;
import java.util.List;

/**
 * An interview was planned.
 *
 * @param panel the people who interview, see {@link Persons}
 * @param planned how many questions are planned
 */
public record InterviewOpened(String interviewId, String candidateId, String role, String technology, Level targetLevel,
		List<String> panel, int planned, Instant openedAt) implements Event {

	public InterviewOpened {
		panel = List.copyOf(panel);
	}

	@Override
	public String subject() {
		return this.interviewId;
	}

	@Override
	public Instant occurredAt() {
		return this.openedAt;
	}

}
