package org.vivavoce.question.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.set.QuestionOutline;

/**
 * Puts a plan together, step by step. The same hub, exposure, draft and action give the
 * same draft, on any machine.
 */
public final class PlanEditor {

	private final Planning planning;

	private final QuestionSampler questionSampler;

	private final Exposures exposures;

	private final Map<String, QuestionOutline> byId = new HashMap<>();

	/**
	 * Drafts from these questions.
	 * @param hub all questions of the technology, in any order, each id once
	 */
	public PlanEditor(String technology, List<QuestionOutline> hub, Level target, Exposures exposures) {
		this.planning = new Planning(technology, hub, target, exposures);
		this.questionSampler = new QuestionSampler(hub, target, exposures);
		this.exposures = exposures;
		hub.forEach((question) -> this.byId.put(question.id(), question));
	}

	/**
	 * The usual plan: the same that an interview gets which is opened without one. Empty
	 * when the hub is.
	 */
	public DraftPlan start(long seed) {
		return switch (this.planning.plan(new PlanRequest.Usual(), seed)) {
			case PlanResult.Plan plan -> new DraftPlan(seed,
					plan.questions().stream().map((question) -> new DraftPlan.Place(question, false)).toList());
			case PlanResult.Refused refused -> new DraftPlan(seed, List.of());
		};
	}

	/**
	 * A draft of these questions, as far as the hub has them.
	 * @param locked ids of those that are locked
	 */
	public DraftPlan of(Collection<String> ids, Collection<String> locked, long seed) {
		return new DraftPlan(seed,
				new LinkedHashSet<>(ids).stream()
					.filter(this.byId::containsKey)
					.map(this.byId::get)
					.map((question) -> new DraftPlan.Place(question, locked.contains(question.id())))
					.toList());
	}

	/**
	 * A draft after an action. What is not possible changes nothing.
	 */
	public DraftPlan apply(DraftPlan draft, DraftAction action) {
		return switch (action) {
			case DraftAction.Fit fit -> fit(draft, fit.counts());
			case DraftAction.Redraw redraw -> redraw(draft, redraw.seed());
			case DraftAction.Swap swap ->
				at(draft, swap.questionId()).flatMap((index) -> swap(draft, index)).orElse(draft);
			case DraftAction.Lock lock -> at(draft, lock.questionId()).map((index) -> draft.with(index,
					new DraftPlan.Place(draft.places().get(index).question(), lock.locked())))
				.orElse(draft);
			case DraftAction.Move move -> at(draft, move.questionId())
				.map((index) -> draft.moved(index, Math.clamp((long) index + move.by(), 0, draft.places().size() - 1)))
				.orElse(draft);
			case DraftAction.Remove remove -> at(draft, remove.questionId()).map(draft::without).orElse(draft);
		};
	}

	private static Optional<Integer> at(DraftPlan draft, String questionId) {
		return Optional.of(draft.indexOf(questionId)).filter((index) -> index >= 0);
	}

	/**
	 * What speaks against asking a question of the draft.
	 */
	@Nullable public String warning(QuestionOutline question) {
		return Explanation.warning(question, this.exposures);
	}

	/**
	 * How many questions of a level the hub has.
	 */
	public int available(Level level) {
		return this.questionSampler.of(level).size();
	}

	/**
	 * How many questions of a level are not in the draft.
	 */
	public int spare(DraftPlan draft, Level level) {
		return (int) this.questionSampler.of(level)
			.stream()
			.filter((question) -> draft.indexOf(question.id()) < 0)
			.count();
	}

	private DraftPlan fit(DraftPlan draft, Map<Level, Integer> counts) {
		DraftPlan less = draft;
		Map<Level, Integer> missing = new EnumMap<>(Level.class);
		for (Map.Entry<Level, Integer> wanted : new TreeMap<>(counts).entrySet()) {
			Level level = wanted.getKey();
			int present = draft.counts().getOrDefault(level, 0);
			missing.put(level, Math.clamp((long) wanted.getValue() - present, 0, spare(draft, level)));
			less = drop(less, level, present - wanted.getValue());
		}
		DraftPlan fitted = less;
		for (List<QuestionOutline> drawn : drawn(missing, less.questions(), draft.seed()).values()) {
			for (QuestionOutline question : drawn) {
				fitted = fitted.plus(question);
			}
		}
		return fitted;
	}

	private Map<Level, List<QuestionOutline>> drawn(Map<Level, Integer> counts, List<QuestionOutline> kept, long seed) {
		return this.questionSampler.draw(counts, kept, new Random(seed));
	}

	/**
	 * Leaves out so many questions of a level, the last ones first, but none that is
	 * locked.
	 */
	private static DraftPlan drop(DraftPlan draft, Level level, int number) {
		DraftPlan less = draft;
		int left = number;
		for (int at = draft.places().size() - 1; at >= 0 && left > 0; at--) {
			DraftPlan.Place place = draft.places().get(at);
			if (!place.locked() && place.question().level() == level) {
				less = less.without(at);
				left--;
			}
		}
		return less;
	}

	private DraftPlan redraw(DraftPlan draft, long seed) {
		List<QuestionOutline> kept = draft.places()
			.stream()
			.filter(DraftPlan.Place::locked)
			.map(DraftPlan.Place::question)
			.toList();
		Map<Level, Integer> counts = draft.counts();
		counts.replaceAll((level, count) -> count - draft.locked(level));
		List<QuestionOutline> drawn = new ArrayList<>();
		drawn(counts, kept, seed).values().forEach(drawn::addAll);
		List<DraftPlan.Place> places = new ArrayList<>();
		for (DraftPlan.Place place : draft.places()) {
			places.add(place.locked() ? place : new DraftPlan.Place(takeOut(drawn, place.question().level()), false));
		}
		return new DraftPlan(seed, places);
	}

	private static QuestionOutline takeOut(List<QuestionOutline> drawn, Level level) {
		QuestionOutline first = drawn.stream()
			.filter((question) -> question.level() == level)
			.findFirst()
			.orElseThrow();
		drawn.remove(first);
		return first;
	}

	/**
	 * Takes the next question of the level that brings a topic of which the rest of the
	 * plan has least. Next is by an order that the seed gives, so that swapping again and
	 * again goes through all of them.
	 */
	private Optional<DraftPlan> swap(DraftPlan draft, int index) {
		DraftPlan.Place place = draft.places().get(index);
		List<QuestionOutline> ring = new ArrayList<>(this.questionSampler.of(place.question().level()));
		Collections.shuffle(ring, new Random(draft.seed()));
		Collections.rotate(ring, -1 - ring.indexOf(place.question()));
		List<QuestionOutline> rest = draft.without(index).questions();
		List<QuestionOutline> others = ring.stream().filter((question) -> draft.indexOf(question.id()) < 0).toList();
		return others.stream()
			.min(this.questionSampler.fresh(rest))
			.map((question) -> draft.with(index, new DraftPlan.Place(question, place.locked())));
	}

}
