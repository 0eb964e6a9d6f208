package org.vivavoce.question.editing;

import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.platform.page.FormFields;
import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.page.SeeOther;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.question.hub.ReasonRequest;

/**
 * Retires questions and restores them, from their page.
 */
@PageController
final class RetirementPageController {

	private final RetirementService service;

	RetirementPageController(RetirementService service) {
		this.service = service;
	}

	/**
	 * Retire a question, whichever revision is current. What cannot be done is said on
	 * its page.
	 */
	@PostMapping("/hub/questions/{id}/retire")
	Mono<Rendering> retire(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
		return FormFields.of(exchange)
			.flatMap((sent) -> this.service.retire(id, null, new ReasonRequest(sent.text("reason")).requiredBy(caller)))
			.map((left) -> said(id, "retired"))
			.onErrorResume(ProblemTypes.INVALID::isTypeOf, (ex) -> Mono.just(said(id, "no-reason")))
			.onErrorResume(ProblemTypes.CONFLICT::isTypeOf, (ex) -> Mono.just(said(id, "last")));
	}

	@PostMapping("/hub/questions/{id}/restore")
	Mono<Rendering> restore(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
		return FormFields.of(exchange)
			.flatMap((sent) -> this.service.restore(id, new ReasonRequest(sent.text("reason")).by(caller)))
			.map((question) -> said(id, "restored"));
	}

	private static Rendering said(String id, String what) {
		return SeeOther.to("/hub/questions/" + id + "?said=" + what);
	}

}
