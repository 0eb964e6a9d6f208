package org.vivavoce.contracts;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of events; each has a topic of the same name.
 */
public enum EventType {

	CANDIDATE_PROFILED("candidate-profiled", true, CandidateProfiled.class),

	INTERVIEW_OPENED("interview-opened", false, InterviewOpened.class),

	QUESTION_SERVED("question-served", false, QuestionServed.class),

	INTERVIEW_CLOSED("interview-closed", false, InterviewClosed.class),

	ANSWER_SCORED("answer-scored", false, AnswerScored.class),

	RECOMMENDATION_GIVEN("recommendation-given", false, RecommendationGiven.class),

	SCORECARD_UPDATED("scorecard-updated", true, ScorecardUpdated.class);

	private final String eventName;

	private final boolean compacted;

	private final Class<? extends Event> dataType;

	EventType(String eventName, boolean compacted, Class<? extends Event> dataType) {
		this.eventName = eventName;
		this.compacted = compacted;
		this.dataType = dataType;
	}

	/**
	 * The kind of this event.
	 */
	public static EventType of(Event event) {
		return switch (event) {
			case CandidateProfiled e -> CANDIDATE_PROFILED;
			case CandidateForgotten e -> CANDIDATE_PROFILED;
			case InterviewOpened e -> INTERVIEW_OPENED;
			case QuestionServed e -> QUESTION_SERVED;
			case InterviewClosed e -> INTERVIEW_CLOSED;
			case AnswerScored e -> ANSWER_SCORED;
			case RecommendationGiven e -> RECOMMENDATION_GIVEN;
			case ScorecardUpdated e -> SCORECARD_UPDATED;
		};
	}

	static Optional<EventType> named(String eventName) {
		return Arrays.stream(values()).filter((type) -> type.eventName.equals(eventName)).findFirst();
	}

	/**
	 * The name of the event and, without the deployment's prefix, of its topic.
	 */
	public String eventName() {
		return this.eventName;
	}

	/**
	 * Whether the topic keeps only the latest record of each key.
	 */
	public boolean compacted() {
		return this.compacted;
	}

	/**
	 * The value of {@code ce_type}.
	 */
	public String ceType() {
		return "org.vivavoce." + this.eventName + ".v1";
	}

	/**
	 * The value of {@code ce_dataschema}, which is also the schema's {@code $id}.
	 */
	public String dataSchema() {
		return "https://vivavoce.org/schemas/" + this.eventName + ".v1.json";
	}

	Class<? extends Event> dataType() {
		return this.dataType;
	}

}
