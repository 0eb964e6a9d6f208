package org.vivavoce.scoring.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.ServedQuestion;

import static org.vivavoce.scoring.Interviews.closed;
import static org.vivavoce.scoring.Interviews.minute;
import static org.vivavoce.scoring.Interviews.opened;
import static org.vivavoce.scoring.Interviews.served;

/**
 * What may happen to a candidate, with few times, ids and keys, so that everything
 * collides with everything.
 */
public final class GeneratedHistory {

	private static final List<List<String>> PANELS = List.of(List.of("p-1"), List.of("p-1", "p-2"), List.of("p-3"),
			List.of());

	private final RandomGenerator random;

	private final String candidate;

	private final String interviews;

	GeneratedHistory(RandomGenerator random) {
		this(random, "cand-1", "int-");
	}

	/**
	 * Histories of this candidate.
	 * @param interviews what the ids of all interviews begin with
	 */
	public GeneratedHistory(RandomGenerator random, String candidate, String interviews) {
		this.random = random;
		this.candidate = candidate;
		this.interviews = interviews;
	}

	public List<Envelope> next() {
		int size = 1 + this.random.nextInt(16);
		boolean tombstones = this.random.nextInt(3) == 0;
		List<Envelope> history = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			int minute = this.random.nextInt(12);
			String source = (this.random.nextInt(5) == 0) ? "/other" : "/elsewhere";
			// now and then two producers use one id
			String id = "e-" + ((this.random.nextInt(8) == 0) ? this.random.nextInt(3) : 10 + i);
			history.add(new Envelope(id, source, minute(minute), null, event(minute, tombstones)));
		}
		return history;
	}

	private Event event(int minute, boolean tombstones) {
		String interview = this.interviews + this.random.nextInt(3);
		return switch (this.random.nextInt(tombstones ? 11 : 10)) {
			case 0 -> new CandidateProfiled(this.candidate, (minute % 2 == 0) ? "Ada" : "Grace", Map.of());
			case 1, 2 -> opened(interview, this.candidate, panel(), minute);
			case 3, 4 -> closed(interview, this.candidate, InterviewOutcome.values()[this.random.nextInt(3)], minute);
			case 10 -> new CandidateForgotten(this.candidate);
			default -> served(interview, this.candidate, panel(), 1 + this.random.nextInt(3),
					question("q-" + this.random.nextInt(3)), minute);
		};
	}

	private ServedQuestion question(String id) {
		return new ServedQuestion(id, 1 + this.random.nextInt(3), "django", Level.MID, "orm", "Why?", "So.", "",
				List.of(new KeyPoint("count", "Counts")), List.of());
	}

	private List<String> panel() {
		return PANELS.get(this.random.nextInt(PANELS.size()));
	}

}
