package org.vivavoce.report.deadletter.page;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

import org.vivavoce.platform.page.FormFields;
import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.page.SeeOther;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.report.deadletter.DeadLetterCounts;
import org.vivavoce.report.deadletter.DeadLetterService;
import org.vivavoce.report.deadletter.replay.BulkReplay;
import org.vivavoce.report.deadletter.replay.BulkReplays;

@PageController
final class DeadLetterPageController {

	private static final int ROWS = 25;

	private static final int LONGEST_REASON = 1000;

	private final DeadLetterService service;

	private final DeadLetterCounts counts;

	private final BulkReplays replays;

	DeadLetterPageController(DeadLetterService service, DeadLetterCounts counts, BulkReplays replays) {
		this.service = service;
		this.counts = counts;
		this.replays = replays;
	}

	@GetMapping(path = "/dead-letters", produces = MediaType.TEXT_HTML_VALUE)
	Mono<Rendering> list(@RequestParam MultiValueMap<String, String> parameters) {
		DeadLetterForm form = DeadLetterForm.of(parameters);
		return Mono.zip(this.counts.all(), this.service.list(form.query(), ROWS),
				this.replays.latest().filter((replay) -> replay.status() == BulkReplay.Status.RUNNING).collectList())
			.map((found) -> Rendering.view("deadletter/list")
				.modelAttribute("list", new DeadLetterListView(found.getT1(), found.getT2(), form, found.getT3()))
				.modelAttribute("words", new DeadLetterWording())
				.build());
	}

	/**
	 * Show a dead letter.
	 * @param said {@code sent} or {@code discarded} after that was done
	 */
	@GetMapping(path = "/dead-letters/{id}", produces = MediaType.TEXT_HTML_VALUE)
	Mono<Rendering> deadLetter(@PathVariable String id, @RequestParam(required = false) @Nullable String said) {
		return view(id).map((view) -> page(view, HttpStatus.OK, (said != null) ? said : "", null));
	}

	private Mono<DeadLetterView> view(String id) {
		return this.service.open(id).map((opened) -> new DeadLetterView(opened, null, null));
	}

	private static Rendering page(DeadLetterView view, HttpStatus status, String said, @Nullable String discardFault) {
		return Rendering.view("deadletter/dead-letter")
			.status(status)
			.modelAttribute("view", view)
			.modelAttribute("said", said)
			.modelAttribute("discardFault", (discardFault != null) ? discardFault : "")
			.modelAttribute("sendAll", DeadLetterForm.sendAll(view.deadLetter().topic(), view.deadLetter().kind()))
			.modelAttribute("words", new DeadLetterWording())
			.build();
	}

	/**
	 * Send it again; with what was typed, if the form had a field for it.
	 */
	@PostMapping("/dead-letters/{id}/replay")
	Mono<Rendering> replay(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
		return exchange.getFormData().flatMap((sent) -> {
			String typed = sent.getFirst("value");
			byte[] edited = (typed != null) ? typed.getBytes(StandardCharsets.UTF_8) : null;
			return this.service.replay(caller, id, edited, sent.getFirst("tag"))
				.map((deadLetter) -> done(id, "sent"))
				.onErrorResume((thrown) -> typed != null && ProblemTypes.INVALID.isTypeOf(thrown),
						(thrown) -> view(id)
							.map((view) -> page(view.typed(Objects.requireNonNullElse(typed, ""), fault(thrown)),
									HttpStatus.UNPROCESSABLE_CONTENT, "", null)));
		});
	}

	private static String fault(Throwable thrown) {
		return ((ProblemException) thrown).errors().getFirst().message();
	}

	@PostMapping("/dead-letters/{id}/discard")
	Mono<Rendering> discard(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
		return exchange.getFormData().flatMap((sent) -> {
			String why = new FormFields(sent).or("reason", "");
			if (why.isEmpty() || why.length() > LONGEST_REASON) {
				String fault = why.isEmpty() ? "Say why, so that others understand it later"
						: "At most " + LONGEST_REASON + " characters";
				return view(id).map((view) -> page(view, HttpStatus.UNPROCESSABLE_CONTENT, "", fault));
			}
			return this.service.discard(caller, id, why, sent.getFirst("tag"))
				.map((deadLetter) -> done(id, "discarded"));
		});
	}

	private static Rendering done(String id, String said) {
		return SeeOther.to(UriComponentsBuilder.fromPath("/dead-letters/{id}")
			.queryParam("said", said)
			.encode()
			.buildAndExpand(id)
			.toUriString());
	}

}
