package org.vivavoce.question.interview;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;

import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.security.Scopes;
import org.vivavoce.question.hub.QuestionHub;

/**
 * The form that plans an interview. What it shows as plan travels with it, so that the
 * interview gets exactly that.
 */
@PageController
final class PlanningPageController {

	private static final String PAGE = "interview/new";

	private final PlanningDesk planning;

	private final QuestionHub hub;

	private final Validator validator;

	PlanningPageController(PlanningDesk planning, QuestionHub hub, Validator validator) {
		this.planning = planning;
		this.hub = hub;
		this.validator = validator;
	}

	@GetMapping("/interviews/new")
	Mono<Rendering> begin(Caller caller, @RequestParam(required = false) @Nullable String technology,
			@RequestParam(name = "question", defaultValue = "") List<String> questions) {
		caller.requireScope(Scopes.INTERVIEWS_WRITE);
		return this.hub.technologies().flatMap((technologies) -> {
			String chosen = (technology != null) ? QuestionHub.spelling(technology)
					: technologies.stream().findFirst().orElse("");
			return show(PAGE, blank(chosen, questions), technologies, DraftStep::first, List.of());
		}).map((page) -> page.build());
	}

	/**
	 * Reloading the page that a form has given.
	 */
	@GetMapping("/interviews/new/preview")
	Mono<Rendering> again() {
		return Mono.just(Rendering.redirectTo("/interviews/new").build());
	}

	@PostMapping("/interviews/new/preview")
	Mono<Rendering> preview(Caller caller, ServerWebExchange exchange,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String scripted) {
		caller.requireScope(Scopes.INTERVIEWS_WRITE);
		String view = (scripted != null) ? PAGE + " :: plan" : PAGE;
		return exchange.getFormData().map(FormFields::new).flatMap((fields) -> {
			String command = fields.or("action", "");
			return show(view, InterviewForm.of(fields, blank("", List.of())),
					(drafting, form) -> DraftStep.take(drafting, form, command, seed()), List.of());
		}).map((page) -> page.build());
	}

	@PostMapping("/interviews/new")
	Mono<Rendering> open(Caller caller, ServerWebExchange exchange) {
		caller.requireScope(Scopes.INTERVIEWS_WRITE);
		return exchange.getFormData()
			.map((fields) -> InterviewForm.of(new FormFields(fields), blank("", List.of())))
			.flatMap((form) -> {
				List<FormFault> faults = this.validator.validate(form.request())
					.stream()
					.map((violation) -> FormFault.invalid(violation.getPropertyPath().toString(), form))
					.distinct()
					.toList();
				return faults.isEmpty() ? open(caller, form) : refuse(form, faults);
			});
	}

	private Mono<Rendering> open(Caller caller, InterviewForm form) {
		return drafting(form).flatMap((drafting) -> {
			if (!DraftStep.take(drafting, form, "", form.seed()).plan().ids().equals(form.questions())) {
				return refuse(form, List.of(new FormFault("plan",
						"The plan follows your last entries now. Look at it once more, then open the interview.")));
			}
			return this.planning.open(caller.id(), form.request(), form.requestKey())
				.map((known) -> Rendering.redirectTo("/interviews/" + known.interview().id() + "?opened")
					.status(HttpStatus.SEE_OTHER)
					.build())
				.onErrorResume(PlanningPageController::invalid,
						(ex) -> refuse(form,
								((ProblemException) ex).errors()
									.stream()
									.map((fault) -> FormFault.refused(String.valueOf(fault.pointer()), fault.message()))
									.toList()));
		});
	}

	private static boolean invalid(Throwable thrown) {
		return thrown instanceof ProblemException problem && problem.type().equals(ProblemTypes.INVALID);
	}

	private Mono<Rendering> refuse(InterviewForm form, List<FormFault> faults) {
		return show(PAGE, form, (drafting, same) -> DraftStep.take(drafting, same, "", same.seed()), faults)
			.map((page) -> page.status(HttpStatus.UNPROCESSABLE_CONTENT).build());
	}

	private Mono<Rendering.Builder<?>> show(String view, InterviewForm form,
			BiFunction<Drafting, InterviewForm, DraftStep> step, List<FormFault> faults) {
		return this.hub.technologies().flatMap((technologies) -> show(view, form, technologies, step, faults));
	}

	private Mono<Rendering.Builder<?>> show(String view, InterviewForm form, List<String> technologies,
			BiFunction<Drafting, InterviewForm, DraftStep> step, List<FormFault> faults) {
		return drafting(form).flatMap((drafting) -> {
			DraftStep next = step.apply(drafting, form);
			return this.hub.texts(DraftView.keys(next))
				.map((texts) -> Rendering.view(view)
					.modelAttribute("form", form)
					.modelAttribute("draft", DraftView.of(next, drafting, form, texts))
					.modelAttribute("technologies", technologies)
					.modelAttribute("scripted", !view.equals(PAGE))
					.modelAttribute("faults", new FormFaults(faults)));
		});
	}

	private Mono<Drafting> drafting(InterviewForm form) {
		return Mono
			.zip(this.hub.outlines(form.technology()), this.planning.exposures(form.technology(), form.candidateId()))
			.map((known) -> new Drafting(form.technology(), known.getT1(), form.level(), known.getT2()));
	}

	private static InterviewForm blank(String technology, List<String> questions) {
		return InterviewForm.blank(technology, questions, seed(), RequestKeys.fresh());
	}

	private static long seed() {
		return ThreadLocalRandom.current().nextLong(PlanningDesk.SEEDS);
	}

}
