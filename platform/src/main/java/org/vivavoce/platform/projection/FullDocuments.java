package org.vivavoce.platform.projection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Documents that took no more a moment ago. Loading one of the largest that there are,
 * only to find again that nothing fits in, would slow down everybody who shares its
 * partition; so it is tried again once a minute.
 */
final class FullDocuments {

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private static final int KNOWN = 1_000;

	private final InstantSource clock;

	private final Map<String, Instant> untilById = new LinkedHashMap<>();

	FullDocuments(InstantSource clock) {
		this.clock = clock;
	}

	void add(String id) {
		this.untilById.put(id, this.clock.instant().plus(PAUSE));
		if (this.untilById.size() > KNOWN) {
			this.untilById.remove(this.untilById.keySet().iterator().next());
		}
	}

	boolean contains(String id) {
		Instant until = this.untilById.get(id);
		if (until != null && !until.isAfter(this.clock.instant())) {
			this.untilById.remove(id);
			return false;
		}
		return until != null;
	}

}
