package org.vivavoce.question.interview.planner;

import java.util.List;
import java.util.function.Function;

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

import org.vivavoce.platform.page.FormFields;
import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.page.SeeOther;
import org.vivavoce.platform.problem.Fault;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.question.interview.CandidateInterview;
import org.vivavoce.question.interview.InterviewPlanner;
import org.vivavoce.question.interview.RequestKeys;
import org.vivavoce.question.plan.Planning;

/**
 * The form that plans an interview. What it shows as plan travels with it, so that the
 * interview gets exactly that.
 */
@PageController
final class PlanningPageController {

	private static final String PAGE = "interview/new";

	private final InterviewPlanner planning;

	private final PlanFormService planners;

	private final Validator validator;

	PlanningPageController(InterviewPlanner planning, PlanFormService planners, Validator validator) {
		this.planning = planning;
		this.planners = planners;
		this.validator = validator;
	}

	@GetMapping("/interviews/new")
	Mono<Rendering> begin(@RequestParam(required = false) @Nullable String technology,
			@RequestParam(name = "question", defaultValue = "") List<String> questions,
			@RequestParam(defaultValue = "") String kit) {
		return this.planners.begin(technology, blank("", questions, kit))
			.flatMap((form) -> show(PAGE, form, PlanForm::first, List.of()))
			.map((page) -> page.build());
	}

	/**
	 * Reloading the page that a form has given.
	 */
	@GetMapping("/interviews/new/preview")
	Mono<Rendering> again() {
		return Mono.just(SeeOther.to("/interviews/new"));
	}

	/**
	 * A script asks for the plan, or for the whole form when another kit changes more.
	 */
	@PostMapping("/interviews/new/preview")
	Mono<Rendering> preview(ServerWebExchange exchange,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String scripted,
			@RequestHeader(name = "HX-Target", defaultValue = "") String target) {
		String view = (scripted != null && !target.equals("planner")) ? PAGE + " :: plan" : PAGE;
		return FormFields.of(exchange).flatMap((fields) -> {
			String command = fields.or("action", "");
			return show(view, InterviewForm.of(fields, blank("", List.of(), "")),
					(planner) -> planner.take(command, seed()), List.of());
		}).map((page) -> page.build());
	}

	@PostMapping("/interviews/new")
	Mono<Rendering> open(Caller caller, ServerWebExchange exchange) {
		return exchange.getFormData()
			.map((fields) -> InterviewForm.of(new FormFields(fields), blank("", List.of(), "")))
			.flatMap((form) -> this.planners.planner(form).flatMap((planner) -> open(caller, form, planner)));
	}

	private Mono<Rendering> open(Caller caller, InterviewForm sent, PlanForm planner) {
		InterviewForm form = planner.form();
		List<FormFault> faults = this.validator.validate(form.request())
			.stream()
			.map((violation) -> FormFault.invalid(violation.getPropertyPath().toString(), form))
			.distinct()
			.toList();
		if (!faults.isEmpty()) {
			return refuse(sent, faults);
		}
		// sent twice, it is found before the first one changes what the candidate knows
		return this.planning.earlier(caller.id(), form.requestKey())
			.switchIfEmpty(Mono.defer(() -> openFirst(caller, sent, planner)))
			.map((known) -> SeeOther.to("/interviews/" + known.interview().id() + "?opened"))
			.onErrorResume(ProblemTypes.INVALID::isTypeOf,
					(ex) -> refuse(sent,
							((ProblemException) ex).errors()
								.stream()
								.map((fault) -> FormFault.refused(String.valueOf(fault.pointer()), fault.message()))
								.toList()));
	}

	private Mono<CandidateInterview> openFirst(Caller caller, InterviewForm sent, PlanForm planner) {
		InterviewForm form = planner.form();
		if (!planner.take("", form.seed()).plan().ids().equals(form.questions()) || planner.lost(sent)) {
			return Mono.error(InterviewPlanner.invalid(List.of(Fault.at("/plan",
					"the plan follows your last entries now. Look at it once more, then open the interview"))));
		}
		return this.planning.open(caller.id(), form.request(), form.kit().isEmpty() ? null : form.questions(),
				form.requestKey());
	}

	private Mono<Rendering> refuse(InterviewForm form, List<FormFault> faults) {
		return show(PAGE, form, (planner) -> planner.take("", form.seed()), faults)
			.map((page) -> page.status(HttpStatus.UNPROCESSABLE_CONTENT).build());
	}

	private Mono<Rendering.Builder<?>> show(String view, InterviewForm sent, Function<PlanForm, DraftStep> step,
			List<FormFault> faults) {
		return this.planners.model(sent, step, faults)
			.map((model) -> Rendering.view(view).model(model).modelAttribute("scripted", !view.equals(PAGE)));
	}

	private static InterviewForm blank(String technology, List<String> questions, String kit) {
		return InterviewForm.blank(technology, questions, kit, seed(), RequestKeys.fresh());
	}

	private static long seed() {
		return Planning.freshSeed();
	}

}
