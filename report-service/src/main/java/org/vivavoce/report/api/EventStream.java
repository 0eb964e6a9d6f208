package org.vivavoce.report.api;

import java.util.Map;

import reactor.core.publisher.Flux;

import org.springframework.http.codec.ServerSentEvent;

import org.vivavoce.report.live.LiveCard;
import org.vivavoce.report.live.LiveProperties;

/**
 * Cards as server-sent events for one viewer, with heartbeats in between.
 */
final class EventStream {

	private static final ServerSentEvent<Object> END = ServerSentEvent.builder().comment("end").build();

	/**
	 * More has changed than can be told.
	 */
	static final ServerSentEvent<Object> RELOAD = ServerSentEvent.<Object>builder(Map.of()).event("reload").build();

	private EventStream() {
	}

	/**
	 * Ends with the cards.
	 */
	static Flux<ServerSentEvent<Object>> of(Flux<LiveCard> cards, String viewer, LiveProperties properties) {
		Flux<ServerSentEvent<Object>> hello = Flux
			.just(ServerSentEvent.builder().retry(properties.retry()).comment("live").build());
		Flux<ServerSentEvent<Object>> heartbeats = Flux.interval(properties.heartbeat())
			.onBackpressureDrop()
			.map((tick) -> ServerSentEvent.builder().comment("heartbeat").build());
		Flux<ServerSentEvent<Object>> events = cards.map((card) -> event(card, viewer));
		// of each only one is taken ahead, so that a slow client finds the latest cards
		return hello.concatWith(Flux.merge(1, events.concatWithValues(END), heartbeats))
			.takeWhile((event) -> event != END);
	}

	private static ServerSentEvent<Object> event(LiveCard card, String viewer) {
		return card.summary(viewer)
			.map((summary) -> ServerSentEvent.<Object>builder(summary).event("scorecard-updated"))
			.orElseGet(() -> ServerSentEvent.<Object>builder(Map.of("candidateId", card.candidateId()))
				.event("scorecard-forgotten"))
			.id(Long.toString(card.version()))
			.build();
	}

}
