package org.vivavoce.question.kit.page;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.platform.page.FormFields;
import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.page.SeeOther;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.kit.Kit;
import org.vivavoce.question.kit.KitService;
import org.vivavoce.question.plan.Planning;

/**
 * The form of a kit, new or there already. Each of its buttons that does not save shows
 * the form again, with what the kit would ask.
 */
@PageController
final class KitFormController {

	private final KitService service;

	private final KitFormService forms;

	KitFormController(KitService service, KitFormService forms) {
		this.service = service;
		this.forms = forms;
	}

	@GetMapping("/hub/new-kit")
	Mono<Rendering> begin(@RequestParam(defaultValue = "") String technology) {
		return this.forms.blank(technology, Planning.freshSeed()).flatMap(this::show);
	}

	@GetMapping("/hub/kits/{id}/edit")
	Mono<Rendering> edit(@PathVariable String id) {
		return this.service.find(id)
			.switchIfEmpty(Mono.error(() -> KitService.missing(id)))
			.flatMap((history) -> show(KitForm.of(history.latest(), Planning.freshSeed())));
	}

	/**
	 * Reloading the page that a button has given.
	 */
	@GetMapping("/hub/new-kit/preview")
	Mono<Rendering> again() {
		return Mono.just(SeeOther.to("/hub/new-kit"));
	}

	@GetMapping("/hub/kits/{id}/edit/preview")
	Mono<Rendering> again(@PathVariable String id) {
		return Mono.just(SeeOther.to("/hub/kits/" + id + "/edit"));
	}

	@PostMapping("/hub/new-kit/preview")
	Mono<Rendering> preview(ServerWebExchange exchange) {
		return preview(null, exchange);
	}

	@PostMapping("/hub/kits/{id}/edit/preview")
	Mono<Rendering> preview(@PathVariable @Nullable String id, ServerWebExchange exchange) {
		return FormFields.of(exchange).flatMap((fields) -> {
			KitFormStep step = KitFormStep.take(KitForm.of(fields, id, Planning.freshSeed()), fields.or("action", ""),
					Planning.freshSeed());
			return this.forms.page(step.form(), List.of(), null, step.said()).map((page) -> page(page, HttpStatus.OK));
		});
	}

	@PostMapping("/hub/new-kit")
	Mono<Rendering> create(Caller caller, ServerWebExchange exchange) {
		return save(caller, null, exchange);
	}

	@PostMapping("/hub/kits/{id}/edit")
	Mono<Rendering> save(Caller caller, @PathVariable @Nullable String id, ServerWebExchange exchange) {
		return exchange.getFormData()
			.map((fields) -> KitForm.of(new FormFields(fields), id, Planning.freshSeed()))
			.flatMap((form) -> {
				List<KitFault> faults = this.forms.faults(form);
				return faults.isEmpty() ? write(caller, form) : refuse(form, faults);
			});
	}

	private Mono<Rendering> write(Caller caller, KitForm form) {
		Kit kit = new KitEntry(form).kit(caller.id(), this.service.now());
		return this.forms.save(kit, form.base())
			.map((history) -> SeeOther.to("/hub/kits/" + kit.id() + "?said="
					+ (Integer.valueOf(history.latest().version()).equals(form.base()) ? "unchanged" : "saved")))
			.onErrorResume(ProblemTypes.INVALID::isTypeOf,
					(ex) -> refuse(form,
							((ProblemException) ex).errors()
								.stream()
								.map((fault) -> KitFault.refused(String.valueOf(fault.pointer()), fault.message()))
								.toList()))
			.onErrorResume(ProblemTypes.STALE::isTypeOf, (ex) -> conflicting(form, kit.id()));
	}

	private Mono<Rendering> conflicting(KitForm form, String id) {
		if (form.fresh()) {
			return refuse(form, List
				.of(new KitFault("id", "There is a kit '" + id + "' already, in use or retired. Type another id.")));
		}
		return this.service.find(id).flatMap((history) -> {
			int latest = history.latest().version();
			return this.forms.page(form.withBase(latest), List.of(), latest, "")
				.map((page) -> page(page, HttpStatus.CONFLICT));
		});
	}

	private Mono<Rendering> refuse(KitForm form, List<KitFault> faults) {
		return this.forms.page(form, faults, null, "").map((page) -> page(page, HttpStatus.UNPROCESSABLE_CONTENT));
	}

	private Mono<Rendering> show(KitForm form) {
		return this.forms.page(form, List.of(), null, "").map((page) -> page(page, HttpStatus.OK));
	}

	private static Rendering page(KitFormPage page, HttpStatus status) {
		return Rendering.view("hub/kit-form").status(status).modelAttribute("kit", page).build();
	}

}
