package org.vivavoce.question.hub;

import java.util.List;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.RatingAnchor;

/**
 * Questions for tests.
 */
final class SampleQuestions {

	private SampleQuestions() {
	}

	static Question withPoints(int revision, KeyPoint... points) {
		return new Question("q", revision, "django", Level.MID, "orm", 5, "Why so slow?", "Looks at the queries",
				"Guesses", List.of(points), List.of(new RatingAnchor(2, "Half of it")), "django");
	}

	static Question withPrompt(int revision, String prompt, String redFlag) {
		return new Question("q", revision, "django", Level.MID, "orm", 5, prompt, "Looks at the queries", redFlag,
				List.of(new KeyPoint("k", "Point")), List.of(), "django");
	}

}
