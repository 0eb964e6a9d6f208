package org.vivavoce.question.interview.page;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.security.Scopes;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.interview.InterviewLookup;
import org.vivavoce.question.interview.InterviewRepository;

/**
 * The list of interviews, and each of them.
 */
@PageController
final class InterviewPageController {

	private static final Set<String> STATES = Set.of("planned", "in-progress", "closed");

	private static final int ROWS = 25;

	private final InterviewLookup lookup;

	private final QuestionHub hub;

	InterviewPageController(InterviewLookup lookup, QuestionHub hub) {
		this.lookup = lookup;
		this.hub = hub;
	}

	/**
	 * Whoever cannot plan interviews is here for their own, unless they say otherwise.
	 */
	@GetMapping("/interviews")
	Mono<Rendering> list(Caller caller, @RequestParam(defaultValue = "") String state,
			@RequestParam(defaultValue = "") String candidate, @RequestParam(defaultValue = "") String question,
			@RequestParam(defaultValue = "") String panel, @RequestParam(required = false) @Nullable String after) {
		boolean mine = panel.equals("mine") || (panel.isEmpty() && !caller.has(Scopes.INTERVIEWS_WRITE));
		ListFilters filters = new ListFilters(STATES.contains(state) ? state : "", candidate.strip(), question.strip(),
				mine, after != null);
		InterviewRepository.Query query = new InterviewRepository.Query(present(filters.candidate()),
				present(filters.state()), mine ? caller.id() : null, present(filters.question()));
		return this.lookup.list(query, (after != null) ? InterviewRepository.Place.of(after) : null, ROWS)
			.map((page) -> Rendering.view("interview/list")
				.modelAttribute("filters", filters)
				.modelAttribute("interviews", page)
				.build());
	}

	private static @Nullable String present(String text) {
		return text.isEmpty() ? null : text;
	}

	@GetMapping("/interviews/{id}")
	Mono<Rendering> show(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
		return this.lookup.find(caller, id)
			.flatMap((known) -> this.hub.texts(InterviewView.keys(known.interview()))
				.map((texts) -> InterviewView.of(known.response(), texts, caller.id(),
						InterviewLookup.allowed(caller, Scopes.INTERVIEWS_WRITE, known.interview()))))
			.map((view) -> Rendering.view("interview/detail")
				.modelAttribute("view", view)
				.modelAttribute("opened", exchange.getRequest().getQueryParams().containsKey("opened"))
				.build());
	}

}
