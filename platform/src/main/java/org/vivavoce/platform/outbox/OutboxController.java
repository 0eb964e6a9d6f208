package org.vivavoce.platform.outbox;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.platform.outbox.RefusedEvents.RefusedEvent;

/**
 * The events of this service that Kafka has refused.
 */
@RestController
@RequestMapping(path = "/api/v1/outbox/${spring.application.name}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Outbox")
class OutboxController {

	private static final String EXAMPLE = """
			{"items":[
			 {"collection":"sheets","documentId":"iv-1","eventId":"4a7f0c7e-5b3e-4f0e-9d0b-0d8f6f1f2b11",
			  "topic":"answer-scored","key":"cand-7","size":1048700,"writtenAt":"2026-05-04T09:12:00.120Z",
			  "reason":"The message is 1048700 bytes when serialized which is larger than 1048576","attempts":3,
			  "nextAttemptAt":"2026-05-04T09:19:00.120Z"}],
			 "next":null}""";

	private final RefusedEvents refused;

	OutboxController(RefusedEvents refused) {
		this.refused = refused;
	}

	@GetMapping
	@Operation(operationId = "listRefusedEvents", summary = "Events that Kafka has refused",
			description = """
					Scope `admin`. Too large for the topic, or not authorised: each waits with the reason and is tried again by \
					itself after a minute, then two, four, up to about an hour. All other events go on. The oldest first, at \
					most 1,000.""")
	@ApiResponse(responseCode = "200", description = "What waits",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = RefusedPage.class), examples = @ExampleObject(EXAMPLE)))
	Mono<RefusedPage> list() {
		return this.refused.list().map((items) -> new RefusedPage(items, null));
	}

	@PostMapping("/send-again")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(operationId = "sendRefusedEventsAgain", summary = "Try the refused events again now", description = """
			Scope `admin`. For example after the topic takes larger records, or the service may write to it. They are \
			sent with the next sweep of the outboxes, within seconds.""")
	@ApiResponse(responseCode = "202", description = "How many are tried again",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = SentAgain.class), examples = @ExampleObject("{\"events\": 1}")))
	Mono<SentAgain> sendAgain() {
		return this.refused.sendAgain().map(SentAgain::new);
	}

	/**
	 * What waits.
	 *
	 * @param next always null: there is one page
	 */
	record RefusedPage(List<RefusedEvent> items, @org.jspecify.annotations.Nullable String next) {

	}

	/**
	 * How many events are tried again.
	 */
	record SentAgain(int events) {

	}

}
