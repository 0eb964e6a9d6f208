package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.AnswerScored;
import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOpened;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.Overall;
import org.vivavoce.contracts.QuestionServed;
import org.vivavoce.contracts.RecommendationGiven;
import org.vivavoce.contracts.ServedQuestion;

/**
 * Generates what may happen to one candidate. The choices are few on purpose, so that
 * events meet on the same keys, revisions, times and ids.
 */
final class Histories {

	static final String CANDIDATE = "c-1";

	private final SplittableRandom random;

	Histories(long seed) {
		this.random = new SplittableRandom(seed);
	}

	/**
	 * The next history: 1 to 24 events, or a storm of equal revisions on one key.
	 */
	List<Envelope> next() {
		boolean storm = this.random.nextInt(25) == 0;
		return storm ? generate(true, 18 + this.random.nextInt(30)) : generate(false, 1 + this.random.nextInt(24));
	}

	/**
	 * A history in which no key sees one revision more often than is told apart.
	 */
	List<Envelope> calm() {
		return generate(this.random.nextInt(5) == 0, 1 + this.random.nextInt(Register.CLAIMS_PER_REVISION));
	}

	private List<Envelope> generate(boolean storm, int size) {
		int keys = storm ? 1 : 1 + this.random.nextInt(3);
		int revisions = storm ? 2 : 3;
		int kinds = storm ? 1 + this.random.nextInt(2) : 20;
		boolean forgets = this.random.nextInt(3) == 0;
		List<Envelope> events = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			Instant time = History.START.plusSeconds(this.random.nextInt(10));
			events.add(new Envelope("e-" + this.random.nextInt(100), "/s" + this.random.nextInt(2), time, null,
					event(this.random.nextInt(kinds), keys, 1 + this.random.nextInt(revisions), time, forgets)));
		}
		return distinct(events);
	}

	/**
	 * An id of a source names one event.
	 */
	private static List<Envelope> distinct(List<Envelope> events) {
		Map<String, Envelope> byId = new java.util.LinkedHashMap<>();
		events.forEach((event) -> byId.put(event.source() + event.id(), event));
		return List.copyOf(byId.values());
	}

	private Event event(int kind, int keys, int revision, Instant time, boolean forgets) {
		String interview = "iv-" + this.random.nextInt(Math.min(2, keys));
		String question = "q-" + this.random.nextInt(keys);
		String who = "m-" + this.random.nextInt(keys);
		return switch (kind) {
			case 0, 2, 3, 4, 5, 6, 7 -> new AnswerScored(interview, CANDIDATE, question, 1 + this.random.nextInt(2),
					who, who, rating(), this.random.nextInt(5) == 0, List.of(), note(), revision, time);
			case 1 -> new CandidateProfiled(CANDIDATE, "Name " + this.random.nextInt(50), Map.of());
			case 8, 9 -> new RecommendationGiven(interview, CANDIDATE, who, Overall.values()[this.random.nextInt(5)],
					note(), revision, time);
			case 10 ->
				new InterviewClosed(interview, CANDIDATE, InterviewOutcome.values()[this.random.nextInt(3)], time);
			case 11, 12 -> new InterviewOpened(interview, CANDIDATE, "Role " + this.random.nextInt(3), "Django",
					level(), List.of("m-0", "m-1"), this.random.nextInt(9), time);
			case 13 -> forgets ? new CandidateForgotten(CANDIDATE) : served(interview, question, time);
			default -> served(interview, question, time);
		};
	}

	private QuestionServed served(String interview, String question, Instant time) {
		return new QuestionServed(interview, CANDIDATE, "Role " + this.random.nextInt(3), "Django", level(),
				List.of("m-0", "m-1"), this.random.nextInt(9), 1 + this.random.nextInt(4),
				new ServedQuestion(question, 1 + this.random.nextInt(3), "Django", level(),
						"topic " + this.random.nextInt(3), "Prompt " + this.random.nextInt(100), "Strong", "Red",
						this.random.nextBoolean() ? List.of()
								: List.of(new KeyPoint("k" + this.random.nextInt(2), "Knows")),
						List.of()),
				time, "m-0");
	}

	private Level level() {
		return Level.values()[this.random.nextInt(3)];
	}

	private @Nullable Integer rating() {
		int rating = this.random.nextInt(5);
		return (rating > 0) ? rating : null;
	}

	private @Nullable String note() {
		return this.random.nextBoolean() ? "note " + this.random.nextInt(1000) : null;
	}

	/**
	 * The same events in another order, some of them several times.
	 */
	List<Envelope> disturbed(List<Envelope> events) {
		List<Envelope> disturbed = new ArrayList<>(events);
		int repeated = this.random.nextInt(1 + events.size() / 2);
		for (int i = 0; i < repeated; i++) {
			disturbed.add(events.get(this.random.nextInt(events.size())));
		}
		for (int i = disturbed.size() - 1; i > 0; i--) {
			int j = this.random.nextInt(i + 1);
			Envelope swapped = disturbed.get(i);
			disturbed.set(i, disturbed.get(j));
			disturbed.set(j, swapped);
		}
		return disturbed;
	}

	/**
	 * A place to cut a list in two.
	 */
	int cut(List<?> list) {
		return this.random.nextInt(list.size() + 1);
	}

}
