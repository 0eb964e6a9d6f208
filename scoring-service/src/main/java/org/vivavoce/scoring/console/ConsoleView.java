package org.vivavoce.scoring.console;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.RatingAnchor;
import org.vivavoce.scoring.sheet.QuestionView;
import org.vivavoce.scoring.sheet.RatingView;
import org.vivavoce.scoring.sheet.SheetState;
import org.vivavoce.scoring.sheet.SheetView;

/**
 * The console of one panel member, as its template needs it.
 *
 * @param question the one that is shown; null while nothing was asked
 * @param steps all questions that were asked, by position
 * @param begun when the first question was asked
 * @param previous position of the question before; null at the first
 * @param next position of the question after, if it was asked already
 */
record ConsoleView(SheetView sheet, @Nullable QuestionView question, List<Step> steps, @Nullable Instant begun,
		@Nullable Integer previous, @Nullable Integer next) {

	private static final Map<Integer, String> SCALE = Map.of(1, "Missed", 2, "Partial", 3, "Solid", 4, "Exceptional");

	/**
	 * A question that was asked.
	 *
	 * @param rating the viewer's own; null while it is not assessed
	 */
	record Step(int position, String questionId, String topic, String prompt, @Nullable Integer rating, boolean redFlag,
			boolean current) {

		static Step of(QuestionView view, @Nullable Integer current) {
			RatingView mine = view.mine();
			return new Step(view.position(), view.question().id(), view.question().topic(), view.question().prompt(),
					(mine != null) ? mine.rating() : null, mine != null && mine.redFlag(),
					current != null && current == view.position());
		}

	}

	/**
	 * A rating to choose.
	 *
	 * @param value 1 to 4
	 * @param anchor the rating anchor of the question; null where it has none
	 */
	record RatingChoice(int value, String word, @Nullable String anchor, boolean chosen) {

	}

	/**
	 * A key point to choose.
	 */
	record KeyPointChoice(String id, String text, boolean heard) {

	}

	/**
	 * How far a member of the panel is.
	 */
	record MemberProgress(String person, boolean viewer, boolean scored, boolean recommended) {

	}

	static ConsoleView of(SheetView sheet, @Nullable Integer position) {
		List<QuestionView> asked = sheet.questions();
		QuestionView shown = asked.stream()
			.filter((each) -> position != null && each.position() == position)
			.findFirst()
			.orElse(null);
		List<Step> steps = asked.stream()
			.map((each) -> Step.of(each, position))
			.sorted(Comparator.comparing(Step::position))
			.toList();
		return new ConsoleView(sheet, shown, steps,
				asked.stream().map(QuestionView::servedAt).min(Comparator.naturalOrder()).orElse(null),
				steps.stream()
					.map(Step::position)
					.filter((each) -> position != null && each < position)
					.max(Comparator.naturalOrder())
					.orElse(null),
				steps.stream()
					.map(Step::position)
					.filter((each) -> position != null && each > position)
					.min(Comparator.naturalOrder())
					.orElse(null));
	}

	/**
	 * The ratings to choose from, best last.
	 */
	public List<RatingChoice> choices() {
		if (this.question == null) {
			return List.of();
		}
		RatingView mine = this.question.mine();
		Map<Integer, String> anchors = this.question.question()
			.ratingAnchors()
			.stream()
			.collect(Collectors.toMap(RatingAnchor::rating, RatingAnchor::text, (one, other) -> one));
		return SCALE.keySet()
			.stream()
			.sorted()
			.map((value) -> new RatingChoice(value, SCALE.getOrDefault(value, ""), anchors.get(value),
					mine != null && value.equals(mine.rating())))
			.toList();
	}

	public List<KeyPointChoice> keyPoints() {
		if (this.question == null) {
			return List.of();
		}
		RatingView mine = this.question.mine();
		List<String> heard = (mine != null) ? mine.keyPointsHeard() : List.of();
		List<KeyPoint> points = this.question.question().keyPoints();
		return points.stream()
			.map((point) -> new KeyPointChoice(point.id(), point.text(), heard.contains(point.id())))
			.toList();
	}

	/**
	 * The panel, and whether each has rated the answer that is shown.
	 */
	public List<MemberProgress> panel() {
		String viewer = this.sheet.viewer();
		return this.sheet.panel()
			.stream()
			.map((person) -> new MemberProgress(person, person.equals(viewer),
					this.question != null && this.question.scoredBy().contains(person),
					this.sheet.recommendedBy().contains(person)))
			.toList();
	}

	/**
	 * The questions that the viewer has not rated.
	 */
	public List<Step> unrated() {
		return this.steps.stream().filter((step) -> step.rating() == null).toList();
	}

	/**
	 * Position of the question that was asked last; 0 while none was.
	 */
	public int latest() {
		return this.steps.isEmpty() ? 0 : this.steps.getLast().position();
	}

	/**
	 * Who else asked the question that was asked last.
	 * @return null when it was the viewer, or nobody knows
	 */
	public @Nullable String askedBy() {
		return this.sheet.questions()
			.stream()
			.filter((each) -> each.position() == latest())
			.map(QuestionView::servedBy)
			.filter((person) -> person != null && !person.equals(this.sheet.viewer()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Whether questions are left to ask.
	 */
	public boolean more() {
		return this.sheet.state() != SheetState.CLOSED && this.sheet.served() < this.sheet.planned();
	}

	public boolean closed() {
		return this.sheet.state() == SheetState.CLOSED;
	}

	/**
	 * Changes with the progress of the panel, without revealing it.
	 */
	public String fingerprint() {
		return Integer.toHexString(List.of(panel(), latest(), closed(), this.sheet.othersVisible()).hashCode());
	}

}
