package org.vivavoce.report.api;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.contracts.Ids;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.report.live.LiveCard;
import org.vivavoce.report.live.LiveCards;
import org.vivavoce.report.live.LiveProperties;
import org.vivavoce.report.lookup.Scorecards;

/**
 * Scorecards as they change, as server-sent events.
 */
@RestController
@RequestMapping(path = "/api/v1/scorecards", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
@Tag(name = "Live updates")
class StreamController {

	private static final String LAST_EVENT_ID = "Last-Event-ID";

	private static final Duration SOON = Duration.ofSeconds(1);

	private final LiveCards live;

	private final LiveProperties properties;

	private final Clock clock;

	StreamController(LiveCards live, LiveProperties properties, Clock clock) {
		this.live = live;
		this.properties = properties;
		this.clock = clock;
	}

	@GetMapping("/{candidateId}/stream")
	@Operation(operationId = "followScorecard", summary = "Follow a scorecard",
			description = """
					Scope `reports:read`. Starts with the current summary, unless `Last-Event-ID` is its version. A candidate \
					who is not known is a 404 with `Retry-After`: events may be on their way. Versions only grow. `scorecard-forgotten` says \
					that the person was forgotten. The stream ends with the token.""")
	@ApiResponse(responseCode = "200", description = "`event: scorecard-updated`, `id`: version, `data`: summary",
			content = @Content(schema = @Schema(type = "string"), examples = @ExampleObject(Examples.STREAM)))
	Flux<ServerSentEvent<Object>> one(Caller caller,
			@Parameter(description = "The candidate", example = "c-ada") @PathVariable String candidateId,
			@RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId) {
		if (!Ids.valid(candidateId)) {
			// nothing will ever come under this address
			throw Scorecards.unknown(List.of(candidateId));
		}
		SentVersions sent = new SentVersions();
		Flux<ServerSentEvent<Object>> events = stream(caller, this.live.follow(candidateId)
			.filter((card) -> sent.isNew(card) && !Long.toString(card.version()).equals(lastEventId)));
		return this.live.knows(candidateId)
			.flatMapMany(
					(known) -> known ? events : Flux.error(Scorecards.unknown(List.of(candidateId)).retryAfter(SOON)));
	}

	@GetMapping("/stream")
	@Operation(operationId = "followScorecards", summary = "Follow all scorecards", description = """
			Scope `reports:read`. Starts with what changes from now on. With a `Last-Event-ID`, whatever it is, the \
			summaries of the cards that changed in the last 15 minutes come first: ids are versions of single cards, \
			so more is repeated than was missed. Where more than 500 changed, `event: reload` says so, and only the \
			latest come: read the list anew. The stream ends with the token.""")
	@ApiResponse(responseCode = "200", description = "`event: scorecard-updated`, `id`: version, `data`: summary",
			content = @Content(schema = @Schema(type = "string"), examples = @ExampleObject(Examples.STREAM)))
	Flux<ServerSentEvent<Object>> all(Caller caller,
			@RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId) {
		SentVersions sent = new SentVersions();
		if (lastEventId == null) {
			return stream(caller, this.live.followAll().filter(sent::isNew));
		}
		return this.live.missed().flatMapMany((missed) -> {
			Flux<ServerSentEvent<Object>> events = stream(caller, this.live.followAllAfter(missed).filter(sent::isNew));
			return missed.all() ? events : events.startWith(EventStream.RELOAD);
		});
	}

	private Flux<ServerSentEvent<Object>> stream(Caller caller, Flux<LiveCard> cards) {
		Flux<ServerSentEvent<Object>> events = EventStream.of(cards, caller.id(), this.properties)
			.takeUntilOther(this.live.end());
		return (caller.expiresAt() != null)
				? events.takeUntilOther(Mono.delay(Duration.between(this.clock.instant(), caller.expiresAt())))
				: events;
	}

}
