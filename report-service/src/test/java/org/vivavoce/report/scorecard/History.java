package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.AnswerScored;
import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOpened;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.Overall;
import org.vivavoce.contracts.QuestionServed;
import org.vivavoce.contracts.RecommendationGiven;
import org.vivavoce.contracts.ServedQuestion;

/**
 * What happened to one candidate, told event by event; each is a second later than the
 * one before.
 */
public final class History {

	static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

	private final String candidate;

	private final List<Envelope> events = new ArrayList<>();

	private Level target = Level.MID;

	private List<String> panel = List.of("ann", "ben");

	private long second;

	private int revision = 1;

	private @Nullable String id;

	private History(String candidate) {
		this.candidate = candidate;
	}

	public static History of(String candidate) {
		return new History(candidate);
	}

	public History target(Level level) {
		this.target = level;
		return this;
	}

	public History panel(String... members) {
		this.panel = List.of(members);
		return this;
	}

	/**
	 * Seconds after the start at which the next event happens.
	 */
	public History at(long seconds) {
		this.second = seconds;
		return this;
	}

	/**
	 * The revision of the next rating or recommendation.
	 */
	public History revision(int number) {
		this.revision = number;
		return this;
	}

	/**
	 * The id of the next event.
	 */
	public History id(String eventId) {
		this.id = eventId;
		return this;
	}

	public History profiled(@Nullable String name) {
		return add(new CandidateProfiled(this.candidate, name, Map.of("ats", "4711")));
	}

	public History forgotten() {
		return add(new CandidateForgotten(this.candidate));
	}

	public History opened(String interview) {
		return opened(interview, 3);
	}

	public History opened(String interview, int planned) {
		return add(new InterviewOpened(interview, this.candidate, "Engineer", "Django", this.target, this.panel,
				planned, time()));
	}

	public History served(String interview, String question, Level level) {
		return served(interview, question, level, "orm");
	}

	public History served(String interview, String question, Level level, String topic) {
		int position = 1 + (int) this.events.stream()
			.filter((envelope) -> envelope.event() instanceof QuestionServed served
					&& served.interviewId().equals(interview))
			.count();
		return add(new QuestionServed(interview, this.candidate, "Engineer", "Django", this.target, this.panel, 3,
				position, new ServedQuestion(question, 2, "Django", level, topic, "What about " + question + "?",
						"Strong", "Red", List.of(new KeyPoint("k1", "Says when it is evaluated")), List.of()),
				time(), "ann"));
	}

	public History scored(String interview, String question, String interviewer, @Nullable Integer rating) {
		return scored(interview, question, interviewer, rating, false);
	}

	public History scored(String interview, String question, String interviewer, @Nullable Integer rating,
			boolean redFlag) {
		return add(new AnswerScored(interview, this.candidate, question, 2, interviewer, interviewer, rating, redFlag,
				List.of("k1"), null, this.revision, time()));
	}

	public History noted(String interview, String question, String interviewer, int rating, String notes) {
		return add(new AnswerScored(interview, this.candidate, question, 2, interviewer, interviewer, rating, false,
				List.of("k1", "k2"), notes, this.revision, time()));
	}

	public History recommended(String interview, String interviewer, Overall overall) {
		return add(
				new RecommendationGiven(interview, this.candidate, interviewer, overall, null, this.revision, time()));
	}

	public History closed(String interview) {
		return add(new InterviewClosed(interview, this.candidate, InterviewOutcome.COMPLETED, time()));
	}

	private Instant time() {
		return START.plusSeconds(this.second);
	}

	private History add(Event event) {
		String eventId = (this.id != null) ? this.id : "e-%04d".formatted(this.events.size());
		this.events.add(new Envelope(eventId, "/test", time(), null, event));
		this.second++;
		this.revision = 1;
		this.id = null;
		return this;
	}

	public List<Envelope> events() {
		return List.copyOf(this.events);
	}

	/**
	 * The card in the order of the story.
	 */
	public CardState card() {
		return Folding.fold(this.candidate, this.events);
	}

	Scorecard scorecard() {
		return new Grading(ScoringRules.DEFAULTS).grade(card()).orElseThrow();
	}

	Scorecard seenBy(String viewer) {
		return new Grading(ScoringRules.DEFAULTS).grade(card(), viewer).orElseThrow();
	}

}
