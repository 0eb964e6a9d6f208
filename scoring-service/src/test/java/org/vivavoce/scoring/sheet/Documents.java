package org.vivavoce.scoring.sheet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.Event;

/**
 * The documents of one candidate, and the two projections that keep them as they do in
 * the store: each writes its own documents first and looks at the other's then.
 */
public final class Documents {

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final Map<String, InterviewSheet> sheets = new TreeMap<>();

	private @Nullable Candidate candidate;

	/**
	 * One event after the other.
	 */
	public static Documents of(List<Envelope> history) {
		return new Documents().fold(history);
	}

	public static boolean isOfPerson(Event event) {
		return event instanceof CandidateForgotten || event instanceof CandidateProfiled;
	}

	Documents fold(List<Envelope> history) {
		history.forEach((event) -> {
			Batch batch = new Batch(List.of(event));
			batch.write();
			batch.lookAtTheOthers();
		});
		return this;
	}

	/**
	 * Each projection in batches of its own, with crashes between its steps, while the
	 * other one takes its steps.
	 */
	Documents foldAtOnce(List<Envelope> history, RandomGenerator random) {
		List<List<Batch>> projections = List.of(batches(history, true, random), batches(history, false, random));
		while (projections.stream().anyMatch((batches) -> !batches.isEmpty())) {
			List<Batch> batches = projections.get(random.nextInt(2));
			if (!batches.isEmpty() && batches.getFirst().step(random)) {
				batches.removeFirst();
			}
		}
		return this;
	}

	private List<Batch> batches(List<Envelope> history, boolean ofPerson, RandomGenerator random) {
		List<Envelope> own = history.stream().filter((each) -> isOfPerson(each.event()) == ofPerson).toList();
		List<Batch> batches = new ArrayList<>();
		for (int from = 0; from < own.size();) {
			int to = Math.min(own.size(), from + 1 + random.nextInt(6));
			batches.add(new Batch(own.subList(from, to)));
			from = to;
		}
		return batches;
	}

	/**
	 * The events of one poll.
	 */
	private final class Batch {

		private final List<Envelope> events;

		private boolean written;

		Batch(List<Envelope> events) {
			this.events = events;
		}

		/**
		 * Take the next step, or begin again after a crash.
		 * @return whether the batch is done
		 */
		boolean step(RandomGenerator random) {
			if (random.nextInt(10) == 0) {
				this.written = false;
				return false;
			}
			if (!this.written) {
				write();
				this.written = true;
				return false;
			}
			lookAtTheOthers();
			return true;
		}

		void write() {
			for (Envelope event : this.events) {
				if (isOfPerson(event.event())) {
					Documents.this.candidate = Candidate.fold(Documents.this.candidate, event);
				}
				else {
					String id = event.event().subject();
					put(id, InterviewSheet.fold(Documents.this.sheets.get(id), event));
				}
			}
		}

		void lookAtTheOthers() {
			Set<String> ids = new LinkedHashSet<>();
			for (Envelope event : this.events) {
				if (isOfPerson(event.event())) {
					ids.addAll(Documents.this.sheets.keySet());
				}
				else {
					ids.add(event.event().subject());
				}
			}
			ids.forEach((id) -> put(id, sheet(id).forgottenBy(Documents.this.candidate)));
		}

	}

	/**
	 * With a visit to the store.
	 */
	void put(String id, @Nullable InterviewSheet sheet) {
		InterviewSheet before = this.sheets.get(id);
		if (sheet != null && sheet != before) {
			this.sheets.put(id, JSON.readValue(JSON.writeValueAsBytes(sheet), InterviewSheet.class));
		}
	}

	Set<String> interviews() {
		return Set.copyOf(this.sheets.keySet());
	}

	InterviewSheet sheet(String id) {
		InterviewSheet sheet = this.sheets.get(id);
		if (sheet == null) {
			throw new IllegalArgumentException("There is no sheet " + id);
		}
		return sheet;
	}

	public @Nullable Candidate candidate() {
		return this.candidate;
	}

	public Map<String, InterviewSheet> sheets() {
		return new TreeMap<>(this.sheets);
	}

	Documents copy() {
		Documents copy = new Documents();
		copy.sheets.putAll(this.sheets);
		copy.candidate = this.candidate;
		return copy;
	}

	Stream<Contribution> contributions() {
		return this.sheets.values()
			.stream()
			.map(InterviewSheet::sheet)
			.flatMap((sheet) -> Stream.concat(sheet.ratings().stream(), sheet.recommendations().stream()));
	}

	String json() {
		return JSON.writeValueAsString(this.candidate) + JSON.writeValueAsString(this.sheets);
	}

}
