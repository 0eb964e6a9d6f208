package org.vivavoce.question.lint;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

import org.vivavoce.platform.page.PageController;

/**
 * What is worth another look in the questions.
 */
@PageController
final class LintPageController {

	private final LintService service;

	LintPageController(LintService service) {
		this.service = service;
	}

	@GetMapping("/hub/lint")
	Mono<Rendering> lint(@RequestParam(required = false) @Nullable String set,
			@RequestParam(defaultValue = "0") int from) {
		return this.service.look((set != null && !set.isEmpty()) ? set : null)
			.map((page) -> Rendering.view("hub/lint")
				.modelAttribute("lint", page)
				.modelAttribute("from", Math.max(0, from))
				.build());
	}

}
