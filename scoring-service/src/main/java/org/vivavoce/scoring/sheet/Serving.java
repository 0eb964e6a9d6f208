package org.vivavoce.scoring.sheet;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.ServedQuestion;

/**
 * The serving of a question; the stamp says when.
 *
 * @param position place in the interview, from 1
 * @param by who asked it; null where that was not kept
 */
record Serving(int position, ServedQuestion question, @Nullable String by, Stamp stamp) implements Stamped {

	static final Comparator<Serving> ORDER = Comparator.comparingInt(Serving::position)
		.thenComparing(Serving::questionId);

	String questionId() {
		return this.question.id();
	}

	boolean hasKeyPoint(String id) {
		return keyPoints().stream().anyMatch((point) -> point.id().equals(id));
	}

	private List<KeyPoint> keyPoints() {
		return this.question.keyPoints();
	}

}
