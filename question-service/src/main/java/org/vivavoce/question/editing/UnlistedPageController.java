package org.vivavoce.question.editing;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.web.Page;

/**
 * What no new interview asks: drafts, and what is retired.
 */
@PageController
final class UnlistedPageController {

	private static final int SIZE = 50;

	private final UnlistedQuestions questions;

	UnlistedPageController(UnlistedQuestions questions) {
		this.questions = questions;
	}

	@GetMapping("/hub/drafts")
	Mono<Rendering> drafts(@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "") String said) {
		UnlistedRequest request = new UnlistedRequest("-", SIZE, cursor);
		return this.questions.drafts(null, request.after(), SIZE + 1)
			.map((rows) -> Page.of(rows, SIZE, DraftResponse::of,
					(kept) -> UnlistedRequest.cursor(kept.set().id(), kept.draft().id())))
			.map((page) -> Rendering.view("hub/drafts")
				.modelAttribute("drafts", page)
				.modelAttribute("first", cursor == null)
				.modelAttribute("said", said)
				.build());
	}

	@GetMapping("/hub/retired")
	Mono<Rendering> retired(@RequestParam(required = false) @Nullable String cursor) {
		UnlistedRequest request = new UnlistedRequest("-", SIZE, cursor);
		return this.questions.retired(null, request.after(), SIZE + 1)
			.map((rows) -> Page.of(rows, SIZE, RetiredResponse::of,
					(left) -> UnlistedRequest.cursor(left.question().set(), left.question().id())))
			.map((page) -> Rendering.view("hub/retired")
				.modelAttribute("retired", page)
				.modelAttribute("first", cursor == null)
				.build());
	}

}
