package org.vivavoce.platform.projection;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.projection.Batch.Readable;
import org.vivavoce.platform.projection.ProjectionMeters.Step;
import org.vivavoce.platform.store.Loaded;
import org.vivavoce.platform.store.Saved;
import org.vivavoce.platform.store.Stored;

/**
 * Folds a batch into the documents: one read for those that are not known already, one
 * write for each that changes, again for those that somebody else has written meanwhile.
 * What cannot be applied to one document is named and keeps none of the others; when the
 * store takes nothing at all, the batch fails and nothing is named. It blocks, up to a
 * minute for each step.
 */
final class BatchFold<S> {

	private static final String FULL = "the document of '%s' is full";

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private final Projection<S> projection;

	private final ProjectionMeters meters;

	private final FullDocuments full;

	private final KnownDocuments<S> known;

	BatchFold(Projection<S> projection, ProjectionMeters meters, KnownDocuments<S> known, InstantSource clock) {
		this.projection = projection;
		this.meters = meters;
		this.known = known;
		this.full = new FullDocuments(clock);
	}

	/**
	 * What came of the events of one document.
	 *
	 * @param state null when there is nothing to keep
	 */
	private record Attempt<S>(@Nullable S state, List<Unwritable> unwritable) {

	}

	/**
	 * The work on one batch.
	 *
	 * @param oversized the ids of those that could not be written with all their events
	 */
	private record Work<S>(Map<String, List<Readable>> events, Map<String, Stored<S>> done,
			Map<String, List<Unwritable>> unwritable, Set<String> oversized, Set<String> full) {

		static <S> Work<S> on(Map<String, List<Readable>> events) {
			return new Work<>(events, new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashSet<>());
		}

		List<Readable> of(String id) {
			return this.events.getOrDefault(id, List.of());
		}

		void setAside(String id, List<Readable> left, String reason) {
			this.unwritable.put(id, all(id, left, reason));
		}

	}

	/**
	 * Fold and write. Once the offsets of the batch are stored, {@link #finished} is to
	 * be called.
	 */
	Folded<S> fold(Map<String, List<Readable>> events) {
		Work<S> work = Work.on(events);
		Set<String> open = new HashSet<>();
		events.forEach((id, readable) -> {
			if (this.full.contains(id) && readable.stream().noneMatch(Readable::isTombstone)) {
				work.setAside(id, readable, FULL.formatted(id));
			}
			else {
				open.add(id);
			}
		});
		for (Set<String> ids = open; !ids.isEmpty();) {
			ids = foldOnce(ids, work);
		}
		return new Folded<>(work.done().values(), work.unwritable().values().stream().flatMap(List::stream).toList(),
				work.full());
	}

	/**
	 * A batch is done and will not come again: until then its events have to be folded
	 * anew, because some of those of a full document may be in it already.
	 */
	void finished(Folded<S> folded) {
		folded.full().forEach(this.full::add);
	}

	/**
	 * @return the ids of those that have to be folded again
	 */
	private Set<String> foldOnce(Set<String> ids, Work<S> work) {
		Loaded<S> loaded = load(ids);
		List<Stored<S>> changed = new ArrayList<>();
		this.meters.step(Step.FOLD).record(() -> ids.forEach((id) -> {
			String broken = loaded.unreadable().get(id);
			if (broken != null) {
				work.setAside(id, work.of(id), broken);
			}
			else {
				apply(id, loaded.found().get(id), work, changed);
			}
		}));
		if (changed.isEmpty()) {
			return Set.of();
		}
		Saved saved = save(changed);
		saved.refused().forEach((id, reason) -> {
			work.done().remove(id);
			work.setAside(id, work.of(id), reason);
		});
		Set<String> again = new HashSet<>(saved.conflicts());
		for (String id : saved.tooLarge()) {
			if (work.oversized().add(id)) {
				again.add(id);
			}
			else {
				work.done().remove(id);
				work.setAside(id, work.of(id), FULL.formatted(id));
			}
		}
		changed.forEach((each) -> {
			Stored<S> written = again.contains(each.id()) ? null : work.done().get(each.id());
			if (written != null) {
				this.known.put(written, saved.sizes());
			}
		});
		return again;
	}

	private Loaded<S> load(Set<String> ids) {
		Map<String, Stored<S>> found = this.known.of(ids);
		Set<String> missing = new HashSet<>(ids);
		missing.removeAll(found.keySet());
		if (missing.isEmpty()) {
			return new Loaded<>(found, Map.of(), Map.of());
		}
		this.meters.loaded(missing.size());
		Loaded<S> loaded = Objects.requireNonNull(
				this.meters.timed(Step.LOAD, this.projection.store().load(missing)).block(TIMEOUT),
				"the store answers with what it has");
		loaded.found().values().forEach((stored) -> this.known.put(stored, loaded.sizes()));
		found.putAll(loaded.found());
		return new Loaded<>(found, Map.of(), loaded.unreadable());
	}

	/**
	 * Whatever comes of it, what is known of these is out of date.
	 */
	private Saved save(List<Stored<S>> changed) {
		this.known.forget(changed.stream().map(Stored::id).toList());
		this.meters.written(changed.size());
		return Objects.requireNonNull(
				this.meters.timed(Step.WRITE, this.projection.store().saveAll(changed)).block(TIMEOUT),
				"the store answers what it has written");
	}

	private void apply(String id, @Nullable Stored<S> before, Work<S> work, List<Stored<S>> changed) {
		S known = (before != null) ? before.state() : null;
		Attempt<S> attempt = work.oversized().contains(id) ? applyWhatFits(id, known, work)
				: apply(id, known, work.of(id));
		work.unwritable().put(id, attempt.unwritable());
		S state = attempt.state();
		if (state == null) {
			return;
		}
		long guard = (before != null) ? before.guard() : 0;
		boolean unchanged = state.equals(known);
		if (!unchanged) {
			changed.add(new Stored<>(id, guard, state));
		}
		work.done().put(id, new Stored<>(id, unchanged ? guard : guard + 1, state));
	}

	private Attempt<S> apply(String id, @Nullable S known, List<Readable> events) {
		S state = known;
		List<Unwritable> unwritable = new ArrayList<>();
		for (Readable event : events) {
			try {
				state = this.projection.apply(state, event.envelope());
			}
			catch (RuntimeException ex) {
				unwritable.add(new Unwritable(event.message(), id, String.valueOf(ex.getMessage())));
			}
		}
		return new Attempt<>(state, unwritable);
	}

	/**
	 * As many of the first events as the document can hold, found by halving, and of the
	 * others those that take away.
	 */
	private Attempt<S> applyWhatFits(String id, @Nullable S known, Work<S> work) {
		List<Readable> events = work.of(id);
		int fitting = 0;
		int tooMany = events.size();
		while (tooMany - fitting > 1) {
			int middle = (fitting + tooMany) >>> 1;
			S state = apply(id, known, events.subList(0, middle)).state();
			if (state == null || this.projection.store().fits(state)) {
				fitting = middle;
			}
			else {
				tooMany = middle;
			}
		}
		List<Readable> taken = new ArrayList<>(events.subList(0, fitting));
		List<Readable> left = new ArrayList<>(events.subList(fitting, events.size()));
		left.stream().filter(Readable::isTombstone).forEach(taken::add);
		if (!left.removeIf(Readable::isTombstone)) {
			work.full().add(id);
		}
		Attempt<S> attempt = apply(id, known, taken);
		List<Unwritable> unwritable = new ArrayList<>(attempt.unwritable());
		unwritable.addAll(all(id, left, FULL.formatted(id)));
		return new Attempt<>(attempt.state(), unwritable);
	}

	private static List<Unwritable> all(String id, List<Readable> events, String reason) {
		return events.stream().map((event) -> new Unwritable(event.message(), id, reason)).toList();
	}

}
