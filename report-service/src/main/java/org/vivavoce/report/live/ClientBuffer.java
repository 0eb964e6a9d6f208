package org.vivavoce.report.live;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * The changed cards that wait for one client: of each card only the latest, so that a
 * slow client bounds the memory it needs.
 */
final class ClientBuffer {

	private final @Nullable String candidate;

	private final int capacity;

	private final Map<String, LiveCard> waiting = new LinkedHashMap<>();

	private @Nullable FluxSink<LiveCard> client;

	private boolean draining;

	/**
	 * @param candidate whom the client follows; null for all
	 * @param capacity how many cards may wait before the stream is ended
	 */
	ClientBuffer(@Nullable String only, int capacity) {
		this.candidate = only;
		this.capacity = capacity;
	}

	@Nullable String candidate() {
		return this.candidate;
	}

	boolean wants(String candidate) {
		return this.candidate == null || this.candidate.equals(candidate);
	}

	/**
	 * The cards at the client's own pace. For one subscriber.
	 */
	Flux<LiveCard> cards() {
		return Flux.create((sink) -> {
			synchronized (this) {
				this.client = sink;
			}
			sink.onRequest((requested) -> drain());
		});
	}

	synchronized void offer(LiveCard card) {
		this.waiting.merge(card.candidateId(), card,
				(waiting, offered) -> (offered.version() >= waiting.version()) ? offered : waiting);
		if (this.waiting.size() > this.capacity && this.client != null) {
			this.waiting.clear();
			this.client.complete();
		}
		drain();
	}

	private synchronized void drain() {
		// taking a card may ask for the next one at once
		if (this.draining || this.client == null) {
			return;
		}
		this.draining = true;
		Iterator<LiveCard> cards = this.waiting.values().iterator();
		while (this.client.requestedFromDownstream() > 0 && cards.hasNext()) {
			LiveCard card = cards.next();
			cards.remove();
			this.client.next(card);
		}
		this.draining = false;
	}

}
