package org.vivavoce.contracts;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A panel member rated an answer, or corrected a rating.
 *
 * @param submittedBy who sent it, where somebody sent it for the interviewer
 * @param rating 1 missed, 2 partial, 3 solid, 4 exceptional; null is not assessed
 * @param keyPointsHeard ids of key points of the question
 * @param revision from 1, higher with every correction by the same interviewer
 */
public record AnswerScored(String interviewId, String candidateId, String questionId, int questionRevision,
		String interviewer, String submittedBy, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer rating,
		boolean redFlag, List<String> keyPointsHeard, @Nullable String notes, int revision,
		Instant scoredAt) implements Event {

	public AnswerScored {
		keyPointsHeard = List.copyOf(keyPointsHeard);
	}

	@Override
	public String subject() {
		return this.interviewId;
	}

	@Override
	public Instant occurredAt() {
		return this.scoredAt;
	}

}
