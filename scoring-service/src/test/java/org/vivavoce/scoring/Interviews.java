package org.vivavoce.scoring;

import java.time.Instant;
import java.util.List;

import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOpened;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.QuestionServed;
import org.vivavoce.contracts.RatingAnchor;
import org.vivavoce.contracts.ServedQuestion;

/**
 * Events of Django interviews as some producer might write them.
 */
public final class Interviews {

	public static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

	public static final List<String> PANEL = List.of("interviewer-1", "interviewer-2");

	private Interviews() {
	}

	public static Instant minute(int minutes) {
		return START.plusSeconds(60L * minutes);
	}

	public static Envelope at(int minute, String id, Event event) {
		return new Envelope(id, "/elsewhere", minute(minute), null, event);
	}

	public static Envelope forgotten(String candidate, int minute) {
		return at(minute, "tombstone-" + minute, new CandidateForgotten(candidate));
	}

	public static InterviewOpened opened(String interview, String candidate, int minute) {
		return opened(interview, candidate, PANEL, minute);
	}

	public static InterviewOpened opened(String interview, String candidate, List<String> panel, int minute) {
		return new InterviewOpened(interview, candidate, "Backend developer", "django", Level.MID, panel, 10,
				minute(minute));
	}

	public static QuestionServed served(String interview, String candidate, int position, String question, int minute) {
		return served(interview, candidate, PANEL, position, question(question, 1), minute);
	}

	public static QuestionServed served(String interview, String candidate, List<String> panel, int position,
			ServedQuestion question, int minute) {
		return new QuestionServed(interview, candidate, "Backend developer", "django", Level.MID, panel, 10, position,
				question, minute(minute), panel.isEmpty() ? "someone" : panel.getFirst());
	}

	public static InterviewClosed closed(String interview, String candidate, InterviewOutcome outcome, int minute) {
		return new InterviewClosed(interview, candidate, outcome, minute(minute));
	}

	public static ServedQuestion question(String id, int revision) {
		return new ServedQuestion(id, revision, "django", Level.MID, "orm",
				"A list page issues one query per row. What do you do? (" + id + ")",
				"select_related for foreign keys, prefetch_related for collections.",
				"Touches relations lazily inside a loop.",
				List.of(new KeyPoint("select-related", "select_related for foreign keys"),
						new KeyPoint("prefetch", "prefetch_related for collections"),
						new KeyPoint("count", "Counts the queries again")),
				List.of(new RatingAnchor(1, "Does not see why there is more than one query")));
	}

	public static Envelope envelope(Event event) {
		return Envelope.of("/elsewhere", START, null, event);
	}

}
