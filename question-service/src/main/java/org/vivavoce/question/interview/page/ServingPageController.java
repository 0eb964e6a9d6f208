package org.vivavoce.question.interview.page;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.contracts.Ids;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.platform.page.FormFields;
import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.problem.Fault;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.security.Scopes;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.interview.Interview;
import org.vivavoce.question.interview.InterviewLookup;
import org.vivavoce.question.interview.ServeWish;
import org.vivavoce.question.interview.ServingService;
import org.vivavoce.question.plan.PlannedQuestion;

/**
 * The forms by which an interview goes on: serve a question, close. They lead to the
 * console of the panel, which belongs to another service under the same origin; a script
 * follows the redirect as a browser does.
 */
@PageController
final class ServingPageController {

	private final ServingService serving;

	private final InterviewLookup lookup;

	private final QuestionHub hub;

	ServingPageController(ServingService serving, InterviewLookup lookup, QuestionHub hub) {
		this.serving = serving;
		this.lookup = lookup;
		this.hub = hub;
	}

	@PostMapping("/interviews/{id}/next")
	Mono<ResponseEntity<Void>> next(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
		return FormFields.of(exchange).map(ServingPageController::wish).flatMap((wish) -> {
			Mono<String> served = this.serving.serve(caller, id, wish, null)
				.map((answer) -> "?position=" + answer.position());
			return served.onErrorResume(ProblemTypes.CONFLICT::isTypeOf,
					(ex) -> this.lookup.known(id)
						.mapNotNull((known) -> instead(known.interview(), wish.questionId()))
						.switchIfEmpty(Mono.error(ex)));
		}).map((place) -> seeOther(console(id) + place));
	}

	private static ServeWish wish(FormFields form) {
		String key = form.text("key");
		if (key != null && !Ids.valid(key)) {
			throw new ProblemException(ProblemTypes.MALFORMED, "key: 1 to 128 characters of A–Z a–z 0–9 . _ ~ @ : -");
		}
		return new ServeWish(form.text("questionId"), form.number("seen"), key);
	}

	/**
	 * Where somebody is led whose wish came too late: to the question that somebody else
	 * has jumped to, or to the end.
	 */
	private static @Nullable String instead(Interview interview, @Nullable String questionId) {
		return interview.plan()
			.stream()
			.filter((question) -> question.questionId().equals(questionId))
			.findFirst()
			.map(PlannedQuestion::serving)
			.map((serving) -> "?position=" + serving.position())
			.orElse(interview.over() ? "?end" : null);
	}

	@PostMapping("/interviews/{id}/close")
	Mono<ResponseEntity<Void>> close(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
		return FormFields.of(exchange).flatMap((form) -> {
			String back = "console".equals(form.text("from")) ? console(id) + "/finish?closed" : "/interviews/" + id;
			return this.serving.close(caller, id, outcome(form), null).thenReturn(seeOther(back));
		});
	}

	private static InterviewOutcome outcome(FormFields form) {
		return switch (form.text("outcome")) {
			case "completed" -> InterviewOutcome.COMPLETED;
			case "abandoned" -> InterviewOutcome.ABANDONED;
			case "no-show" -> InterviewOutcome.NO_SHOW;
			case null, default -> throw new ProblemException(ProblemTypes.INVALID, "The interview is still open")
				.withErrors(List.of(Fault.at("/outcome", "Say how it ended: completed, abandoned or no-show")));
		};
	}

	/**
	 * What is still to be served, for the panel and whoever may read interviews. A script
	 * gets the panel alone, to be put into another page.
	 */
	@GetMapping("/interviews/{id}/plan-panel")
	Mono<Rendering> planPanel(Caller caller, @PathVariable String id,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String scripted) {
		return this.lookup.find(caller, id)
			.flatMap((known) -> this.hub.texts(PlanPanel.keys(known.interview()))
				.map((texts) -> PlanPanel.of(known.interview(), texts,
						InterviewLookup.allowed(caller, Scopes.INTERVIEWS_WRITE, known.interview()))))
			.map((panel) -> Rendering
				.view((scripted != null) ? "interview/plan-panel :: panel" : "interview/plan-panel")
				.modelAttribute("panel", panel)
				.build());
	}

	private static String console(String id) {
		return "/interviews/" + id + "/console";
	}

	private static ResponseEntity<Void> seeOther(String location) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(location)).build();
	}

}
