package org.vivavoce.question.history;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

import org.vivavoce.platform.page.PageController;

/**
 * What changed between revisions of a question.
 */
@PageController
final class RevisionComparisonPageController {

	private final RevisionComparer comparer;

	RevisionComparisonPageController(RevisionComparer comparer) {
		this.comparer = comparer;
	}

	@GetMapping("/hub/questions/{id}/changes")
	Mono<Rendering> changes(@PathVariable String id, @RequestParam(required = false) @Nullable Integer from,
			@RequestParam(required = false) @Nullable Integer to) {
		return this.comparer.compare(id, from, to)
			.map((compared) -> Rendering.view("hub/changes")
				.modelAttribute("comparison", compared.comparison())
				.modelAttribute("revisions", compared.revisions())
				.build());
	}

}
