package org.vivavoce.report.page;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.result.view.Rendering;

import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.report.lookup.Scorecards;

/**
 * A candidate's scorecard. A script gets the card alone; when the candidate has been
 * forgotten in the meantime, it gets a few words to put in its place.
 */
@PageController
final class CardPageController {

	private final Scorecards scorecards;

	private final Clock clock;

	CardPageController(Scorecards scorecards, Clock clock) {
		this.scorecards = scorecards;
		this.clock = clock;
	}

	@GetMapping(path = "/scorecards/{candidateId}", produces = MediaType.TEXT_HTML_VALUE)
	Mono<Rendering> card(Caller caller, @PathVariable String candidateId,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String scripted) {
		return this.scorecards.explained(candidateId, caller.id())
			.map((explainedScorecard) -> Rendering
				.view((scripted != null) ? "scorecard/card :: card" : "scorecard/card")
				.modelAttribute("view", new CardView(explainedScorecard))
				.modelAttribute("words", new Wording())
				.modelAttribute("now", this.clock.instant())
				.build())
			.onErrorResume((thrown) -> scripted != null && ProblemTypes.NOT_FOUND.isTypeOf(thrown), (unknown) -> Mono
				.just(Rendering.view("scorecard/card :: forgotten").status(HttpStatus.NOT_FOUND).build()));
	}

}
