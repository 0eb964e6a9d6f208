package org.vivavoce.contracts;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a candidate.
 */
public sealed interface Event permits CandidateProfiled, CandidateForgotten, InterviewOpened, QuestionServed,
		InterviewClosed, AnswerScored, RecommendationGiven, ScorecardUpdated {

	/**
	 * Whom it is about; the key of the Kafka record.
	 */
	String candidateId();

	/**
	 * What it is about, as {@code ce_subject}: the interview, or the candidate.
	 */
	@JsonIgnore
	String subject();

	/**
	 * The time the data itself gives.
	 * @return when it happened, or null where the data has no time of its own and
	 * {@code ce_time} counts
	 */
	@JsonIgnore
	@Nullable Instant occurredAt();

}
