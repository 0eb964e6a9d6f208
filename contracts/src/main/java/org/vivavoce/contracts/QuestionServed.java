package org.vivavoce.contracts;

import java.time.Instant;
import java.util.List;

/**
 * A question was put to the candidate.
 *
 * @param panel ids of the people who interview
 * @param planned how many questions are planned
 * @param position place in the interview, from 1
 */
public record QuestionServed(String interviewId, String candidateId, String role, String technology, Level targetLevel,
		List<String> panel, int planned, int position, ServedQuestion question, Instant servedAt,
		String servedBy) implements Event {

	public QuestionServed {
		panel = List.copyOf(panel);
	}

	@Override
	public String subject() {
		return this.interviewId;
	}

	@Override
	public Instant occurredAt() {
		return this.servedAt;
	}

}
