package org.vivavoce.report.api;

import java.util.LinkedHashMap;
import java.util.Map;

import org.vivavoce.report.live.LiveCard;

/**
 * The versions that one client has got, of the cards it got last. A client never gets a
 * version twice, nor an older one after a newer one.
 */
final class SentVersions {

	private static final int REMEMBERED = 10_000;

	private final Map<String, Long> versions = new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
			return size() > REMEMBERED;
		}
	};

	synchronized boolean isNew(LiveCard card) {
		Long sent = this.versions.get(card.candidateId());
		if (sent != null && sent >= card.version()) {
			return false;
		}
		this.versions.put(card.candidateId(), card.version());
		return true;
	}

}
