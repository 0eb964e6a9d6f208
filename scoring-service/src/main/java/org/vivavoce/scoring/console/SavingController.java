package org.vivavoce.scoring.console;

import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.RedirectView;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.page.SeeOther;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.scoring.panel.RatingRequest;
import org.vivavoce.scoring.panel.RecommendationRequest;
import org.vivavoce.scoring.panel.ScoreSheets;
import org.vivavoce.scoring.sheet.QuestionView;
import org.vivavoce.scoring.sheet.RatingContent;
import org.vivavoce.scoring.sheet.SheetView;

/**
 * Saves what a panel member enters in the console. What conflicts with something newer is
 * not saved: the person chooses which of the two stays.
 */
@PageController
@RequestMapping("/interviews/{id}/console")
final class SavingController {

	private final ScoreSheets sheets;

	private final ConsoleForms forms;

	SavingController(ScoreSheets sheets, ConsoleForms forms) {
		this.sheets = sheets;
		this.forms = forms;
	}

	@PostMapping("/answers/{questionId}")
	Mono<Rendering> rate(Caller caller, @PathVariable String id, @PathVariable String questionId,
			ServerWebExchange exchange,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String scripted) {
		return exchange.getFormData().flatMap((form) -> {
			RatingRequest request = this.forms.rating(form);
			return this.sheets.rate(id, questionId, caller.id(), request, ConsoleForms.based(form))
				.onErrorResume(ProblemTypes.STALE::isTypeOf,
						(ex) -> this.sheets.rating(id, questionId, caller.id())
							.filter((stands) -> stands.content().equals(request.content()))
							.switchIfEmpty(Mono.error(ex)))
				.flatMap((saved) -> sheet(id, caller)
					.map((sheet) -> (scripted == null && "next".equals(form.getFirst("then")))
							? new FormRedirect("/interviews/" + id + "/next")
							: saved(ConsoleView.of(sheet, position(sheet, questionId)), scripted)))
				.onErrorResume(ProblemTypes.STALE::isTypeOf,
						(ex) -> sheet(id, caller)
							.map((sheet) -> conflict(ConsoleView.of(sheet, position(sheet, questionId)),
									request.content(), scripted)));
		});
	}

	private static Rendering saved(ConsoleView view, @Nullable String scripted) {
		return (scripted != null) ? ConsoleController.page("sheet/saved :: answer", view).build()
				: SeeOther.to(at(view));
	}

	private static Rendering conflict(ConsoleView view, Object wanted, @Nullable String scripted) {
		String fragment = (wanted instanceof RatingContent) ? "answer" : "recommendation";
		Rendering.Builder<?> page = (scripted != null) ? ConsoleController.page("sheet/conflict :: " + fragment, view)
			.header("HX-Retarget", "#conflict")
			.header("HX-Reswap", "innerHTML") : ConsoleController.page("sheet/conflict", view);
		return page.status(HttpStatus.PRECONDITION_FAILED)
			.modelAttribute("kind", fragment)
			.modelAttribute("wanted", wanted)
			.build();
	}

	/**
	 * Leave a question out and go on: notes the reason, then hands the same form to
	 * question-service for the next one.
	 */
	@PostMapping("/answers/{questionId}/skip")
	Mono<Rendering> skip(Caller caller, @PathVariable String id, @PathVariable String questionId,
			ServerWebExchange exchange) {
		return exchange.getFormData().flatMap((form) -> {
			RatingRequest request = this.forms.skipped(form);
			return this.sheets.rate(id, questionId, caller.id(), request, ConsoleForms.based(form))
				.<Rendering>map((skipped) -> new FormRedirect("/interviews/" + id + "/next"))
				.onErrorResume(ProblemTypes.STALE::isTypeOf,
						(ex) -> sheet(id, caller)
							.map((sheet) -> conflict(ConsoleView.of(sheet, position(sheet, questionId)),
									request.content(), null)));
		});
	}

	@PostMapping("/recommendation")
	Mono<Rendering> recommend(Caller caller, @PathVariable String id, ServerWebExchange exchange,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String scripted) {
		return exchange.getFormData().flatMap((form) -> {
			RecommendationRequest request = this.forms.recommendation(form);
			Function<SheetView, ConsoleView> view = (sheet) -> ConsoleView.of(sheet, null);
			return this.sheets.recommend(id, caller.id(), request, ConsoleForms.based(form))
				.onErrorResume(ProblemTypes.STALE::isTypeOf,
						(ex) -> this.sheets.recommendation(id, caller.id())
							.filter((stands) -> stands.content().equals(request.content()))
							.switchIfEmpty(Mono.error(ex)))
				.flatMap((saved) -> sheet(id, caller).map(view)
					.map((shown) -> (scripted != null)
							? ConsoleController.page("sheet/saved :: recommendation", shown).build()
							: SeeOther.to("/interviews/" + id + "/console/finish")))
				.onErrorResume(ProblemTypes.STALE::isTypeOf, (ex) -> sheet(id, caller).map(view)
					.map((shown) -> conflict(shown, request.content(), scripted)));
		});
	}

	/**
	 * A redirect with which the browser sends the same form to question-service, too.
	 */
	private record FormRedirect(String place) implements Rendering {

		@Override
		public Object view() {
			return new RedirectView(this.place, HttpStatus.TEMPORARY_REDIRECT);
		}

		@Override
		public Map<String, Object> modelAttributes() {
			return Map.of();
		}

		@Override
		public @Nullable HttpStatusCode status() {
			return null;
		}

		@Override
		public HttpHeaders headers() {
			return HttpHeaders.EMPTY;
		}

	}

	private Mono<SheetView> sheet(String id, Caller caller) {
		return this.sheets.view(id, caller.id()).map(ScoreSheets.Tagged::body);
	}

	private static String at(ConsoleView view) {
		return "/interviews/" + view.sheet().interviewId() + "/console"
				+ ((view.question() != null) ? "?position=" + view.question().position() : "");
	}

	private static @Nullable Integer position(SheetView sheet, String questionId) {
		return sheet.questions()
			.stream()
			.filter((each) -> each.question().id().equals(questionId))
			.map(QuestionView::position)
			.findFirst()
			.orElse(null);
	}

}
