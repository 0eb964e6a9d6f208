package org.vivavoce.platform.problem;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Which refusals are worth a line in the log: of each kind the first one in a minute. A
 * flood of them fills neither the log nor the memory.
 */
final class RefusalLog {

	/** More kinds are counted as one. */
	private static final int KINDS = 100;

	private static final String OTHERS = "others";

	private Instant minute = Instant.MIN;

	private final Map<String, Integer> seen = new HashMap<>();

	/**
	 * Count a refusal.
	 * @param reason kinds are told apart by its words, without numbers and what it quotes
	 * @return whether it is the first of its kind in this minute
	 */
	synchronized boolean admits(int status, String reason, Instant now) {
		Instant current = now.truncatedTo(ChronoUnit.MINUTES);
		if (!current.equals(this.minute)) {
			this.minute = current;
			this.seen.clear();
		}
		String kind = status + " " + reason.replaceAll("'[^']*'|[0-9]+", "…");
		String counted = (this.seen.size() < KINDS || this.seen.containsKey(kind)) ? kind : OTHERS;
		return this.seen.merge(counted, 1, Integer::sum) == 1;
	}

}
