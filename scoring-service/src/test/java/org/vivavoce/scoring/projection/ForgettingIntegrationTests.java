package org.vivavoce.scoring.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.platform.projection.Projection;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Loaded;
import org.vivavoce.platform.store.Saved;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.scoring.ScoringTest;
import org.vivavoce.scoring.sheet.Candidate;
import org.vivavoce.scoring.sheet.Documents;
import org.vivavoce.scoring.sheet.GeneratedHistory;
import org.vivavoce.scoring.sheet.InterviewSheet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The projections of sheets and of candidates know nothing of each other's place in the
 * topics, and run at the same time.
 */
@ScoringTest
class ForgettingIntegrationTests {

	private static final int HISTORIES = 150;

	private static final Duration LONG = Duration.ofSeconds(30);

	private final Random random = new Random(20260711);

	@Autowired
	private Projection<InterviewSheet> sheets;

	@Autowired
	private Projection<Candidate> candidates;

	@Test
	void whateverComesFirstTheSheetsOfAForgottenPersonAreEmptied() {
		int forgotten = 0;
		for (int i = 0; i < HISTORIES; i++) {
			String candidate = "cand-generated-" + i;
			List<Envelope> history = new GeneratedHistory(this.random, candidate, "int-generated-" + i + "-").next();
			Documents expected = Documents.of(history);
			List<List<Envelope>> ofPerson = batches(history, true);
			List<List<Envelope>> ofInterviews = batches(history, false);
			CompletableFuture
				.allOf(CompletableFuture.runAsync(() -> run(this.candidates, ofPerson)),
						CompletableFuture.runAsync(() -> run(this.sheets, ofInterviews)))
				.join();
			assertThat(states(this.sheets.store(), expected.sheets().keySet())).as("%s", history)
				.isEqualTo(expected.sheets());
			Candidate person = expected.candidate();
			assertThat(states(this.candidates.store(), Set.of(candidate))).as("%s", history)
				.isEqualTo((person != null) ? Map.of(candidate, person) : Map.of());
			forgotten += (person != null && person.forgottenAt() != null) ? 1 : 0;
		}
		assertThat(forgotten).isGreaterThan(HISTORIES / 10);
	}

	private List<List<Envelope>> batches(List<Envelope> history, boolean ofPerson) {
		List<Envelope> own = new ArrayList<>(
				history.stream().filter((each) -> Documents.isOfPerson(each.event()) == ofPerson).toList());
		Collections.shuffle(own, this.random);
		List<List<Envelope>> batches = new ArrayList<>();
		for (int from = 0; from < own.size(); from += 3) {
			batches.add(own.subList(from, Math.min(own.size(), from + 3)));
		}
		return batches;
	}

	private static <S> void run(Projection<S> projection, List<List<Envelope>> batches) {
		for (List<Envelope> batch : batches) {
			Map<String, List<Envelope>> events = batch.stream()
				.collect(Collectors.groupingBy((each) -> projection.documentId(each.event())));
			Map<String, Stored<S>> touched = new HashMap<>();
			Set<String> ids = events.keySet();
			while (!ids.isEmpty()) {
				ids = write(projection, events, ids, touched);
			}
			projection.written(touched.values()).block(LONG);
		}
	}

	private static <S> Set<String> write(Projection<S> projection, Map<String, List<Envelope>> events, Set<String> ids,
			Map<String, Stored<S>> touched) {
		Loaded<S> loaded = Objects.requireNonNull(projection.store().load(ids).block(LONG));
		List<Stored<S>> changed = new ArrayList<>();
		for (String id : ids) {
			Stored<S> known = loaded.found().get(id);
			@Nullable S state = (known != null) ? known.state() : null;
			for (Envelope event : Objects.requireNonNull(events.get(id))) {
				state = projection.apply(state, event);
			}
			Stored<S> next = new Stored<>(id, (known != null) ? known.guard() : 0, Objects.requireNonNull(state));
			touched.put(id, next);
			if (known == null || !known.state().equals(state)) {
				changed.add(next);
			}
		}
		Saved saved = Objects.requireNonNull(projection.store().saveAll(changed).block(LONG));
		return saved.conflicts();
	}

	private static <S> Map<String, S> states(AggregateStore<S> store, Set<String> ids) {
		return Objects.requireNonNull(store.findAll(ids).collectMap(Stored::id, Stored::state).block(LONG));
	}

}
