package org.vivavoce.question.set;

import java.time.Instant;
import java.util.List;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.RatingAnchor;

/**
 * Questions for tests.
 */
public final class SampleQuestions {

	/**
	 * Somebody imported something.
	 */
	public static final Change CHANGE = Change.of(Change.Action.IMPORTED, new Authorship("somebody", "A better one"),
			Instant.parse("2026-03-14T09:26:53Z"));

	private SampleQuestions() {
	}

	public static Question withPoints(int revision, KeyPoint... points) {
		return new Question("q", revision, "django", Level.MID, "orm", 5, "Why so slow?", "Looks at the queries",
				"Guesses", List.of(points), List.of(new RatingAnchor(2, "Half of it")), "django", null);
	}

	public static Question withPrompt(int revision, String prompt, String redFlag) {
		return new Question("q", revision, "django", Level.MID, "orm", 5, prompt, "Looks at the queries", redFlag,
				List.of(new KeyPoint("k", "Point")), List.of(), "django", null);
	}

}
