package org.vivavoce.contracts;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A panel member recommended what to do, or changed the recommendation.
 *
 * @param revision from 1, higher with every change by the same interviewer
 */
public record RecommendationGiven(String interviewId, String candidateId, String interviewer, Overall overall,
		@Nullable String summary, int revision, Instant givenAt) implements Event {

	@Override
	public String subject() {
		return this.interviewId;
	}

	@Override
	public Instant occurredAt() {
		return this.givenAt;
	}

}
