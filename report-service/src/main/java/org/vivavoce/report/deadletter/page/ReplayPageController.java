package org.vivavoce.report.deadletter.page;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.page.SeeOther;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.report.deadletter.replay.BulkReplays;

/**
 * Replays of many dead letters as pages: confirmed first, then watched.
 */
@PageController
final class ReplayPageController {

	private static final String PROGRESS = "deadletter/replay";

	private final BulkReplays replays;

	ReplayPageController(BulkReplays replays) {
		this.replays = replays;
	}

	/**
	 * Ask before many are sent. The form carries a key, so that pressing twice starts one
	 * replay.
	 */
	@GetMapping(path = "/dead-letters/replays/new", produces = MediaType.TEXT_HTML_VALUE)
	Mono<Rendering> ask(@RequestParam MultiValueMap<String, String> parameters) {
		DeadLetterForm form = DeadLetterForm.of(parameters);
		return this.replays.waiting(form.topic(), form.kind())
			.map((waiting) -> Rendering.view("deadletter/send-all")
				.modelAttribute("form", form)
				.modelAttribute("waiting", waiting)
				.modelAttribute("key", UUID.randomUUID().toString())
				.modelAttribute("back", DeadLetterForm.of(form.topic(), form.kind(), null))
				.modelAttribute("words", new DeadLetterWording())
				.build());
	}

	@PostMapping("/dead-letters/replays")
	Mono<Rendering> start(Caller caller, ServerWebExchange exchange) {
		return exchange.getFormData().flatMap((sent) -> {
			DeadLetterForm form = DeadLetterForm.of(sent);
			return this.replays.start(caller, form.topic(), form.kind(), sent.getFirst("once"))
				.map((started) -> seeOther(started.id()));
		});
	}

	@GetMapping(path = "/dead-letters/replays/{id}", produces = MediaType.TEXT_HTML_VALUE)
	Mono<Rendering> progress(@PathVariable String id,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String scripted) {
		return this.replays.find(id)
			.map((replay) -> Rendering.view((scripted != null) ? PROGRESS + " :: progress" : PROGRESS)
				.modelAttribute("replay", replay)
				.modelAttribute("show", DeadLetterForm.of(replay.topic(), replay.kind(), null))
				.modelAttribute("words", new DeadLetterWording())
				.build());
	}

	@PostMapping("/dead-letters/replays/{id}/cancel")
	Mono<Rendering> cancel(@PathVariable String id) {
		return this.replays.cancel(id).map((replay) -> seeOther(replay.id()));
	}

	private static Rendering seeOther(String id) {
		return SeeOther.to("/dead-letters/replays/" + id);
	}

}
