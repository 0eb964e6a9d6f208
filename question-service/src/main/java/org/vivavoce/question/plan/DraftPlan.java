package org.vivavoce.question.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.set.QuestionOutline;

/**
 * The questions of an interview that somebody is planning.
 *
 * @param seed repeats what was drawn
 * @param places in the order in which they will be served, no question twice
 */
public record DraftPlan(long seed, List<Place> places) {

	public DraftPlan {
		places = List.copyOf(places);
	}

	/**
	 * A question in its place.
	 *
	 * @param locked whether it stays when the rest is drawn again
	 */
	public record Place(QuestionOutline question, boolean locked) {

		boolean is(String questionId) {
			return this.question.id().equals(questionId);
		}

	}

	public List<QuestionOutline> questions() {
		return this.places.stream().map(Place::question).toList();
	}

	public List<String> ids() {
		return this.places.stream().map((place) -> place.question().id()).toList();
	}

	/**
	 * How many questions of each level, also of those that it has none of.
	 */
	public Map<Level, Integer> counts() {
		Map<Level, Integer> counts = new EnumMap<>(Level.class);
		for (Level level : Level.values()) {
			counts.put(level, 0);
		}
		this.places.forEach((place) -> counts.merge(place.question().level(), 1, Integer::sum));
		return counts;
	}

	int locked(Level level) {
		return (int) this.places.stream()
			.filter((place) -> place.locked() && place.question().level() == level)
			.count();
	}

	/**
	 * Where a question stands, from 0.
	 * @return -1 when it is not in the plan
	 */
	public int indexOf(String questionId) {
		return IntStream.range(0, this.places.size())
			.filter((at) -> this.places.get(at).is(questionId))
			.findFirst()
			.orElse(-1);
	}

	DraftPlan with(int index, Place place) {
		List<Place> next = new ArrayList<>(this.places);
		next.set(index, place);
		return new DraftPlan(this.seed, next);
	}

	DraftPlan without(int index) {
		List<Place> next = new ArrayList<>(this.places);
		next.remove(index);
		return new DraftPlan(this.seed, next);
	}

	DraftPlan moved(int from, int to) {
		List<Place> next = new ArrayList<>(this.places);
		next.add(to, next.remove(from));
		return new DraftPlan(this.seed, next);
	}

	/**
	 * With one more question, behind those of its level and below.
	 */
	DraftPlan plus(QuestionOutline question) {
		int index = IntStream.range(0, this.places.size())
			.filter((at) -> this.places.get(at).question().level().compareTo(question.level()) <= 0)
			.map((at) -> at + 1)
			.max()
			.orElse(0);
		List<Place> next = new ArrayList<>(this.places);
		next.add(index, new Place(question, false));
		return new DraftPlan(this.seed, next);
	}

}
