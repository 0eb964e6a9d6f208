package org.vivavoce.scoring.sheet;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.RedirectView;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;

/**
 * The page on which a panel member scores while talking to a person. Serving the next
 * question is a form of question-service under the same origin; it leads back here, and
 * the page waits for the event.
 */
@PageController
@RequestMapping("/interviews/{id}/console")
final class ConsoleController {

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final ScoreSheets sheets;

	private final ConsoleForms forms;

	private final Clock clock;

	ConsoleController(ScoreSheets sheets, ConsoleForms forms, Clock clock) {
		this.sheets = sheets;
		this.forms = forms;
		this.clock = clock;
	}

	@GetMapping
	Mono<Rendering> console(Caller caller, @PathVariable String id,
			@RequestParam(required = false) @Nullable Integer position,
			@RequestParam(required = false) @Nullable Long since, ServerWebExchange exchange) {
		// a parameter without a value is null like one that is not there
		boolean end = exchange.getRequest().getQueryParams().containsKey("end");
		return sheet(id, caller).map((sheet) -> {
			ConsoleView latest = ConsoleView.of(sheet, null);
			if (end) {
				return page("sheet/finish", latest).build();
			}
			ConsoleView view = ConsoleView.of(sheet, (position != null) ? position : latest.latest());
			if (view.question() == null && position != null) {
				return waiting(view, position, since);
			}
			return page("sheet/console", view).build();
		});
	}

	@GetMapping("/finish")
	Mono<Rendering> finish(Caller caller, @PathVariable String id,
			@RequestParam(required = false) @Nullable String closed) {
		return ((closed != null) ? closing(id, caller) : sheet(id, caller))
			.map((sheet) -> page("sheet/finish", ConsoleView.of(sheet, null)).build());
	}

	/**
	 * Whoever has just closed the interview should not see it open because the event
	 * takes a moment.
	 */
	private Mono<SheetView> closing(String id, Caller caller) {
		return sheet(id, caller).filter((sheet) -> sheet.state() == SheetState.CLOSED)
			.repeatWhenEmpty((empty) -> empty.take(20).delayElements(Duration.ofMillis(100)))
			.switchIfEmpty(sheet(id, caller));
	}

	/**
	 * The event that a question was served takes a moment.
	 */
	private Rendering waiting(ConsoleView view, int position, @Nullable Long since) {
		if (position < 1 || position > view.sheet().planned()) {
			throw new ProblemException(ProblemTypes.NOT_FOUND,
					"This interview has " + view.sheet().planned() + " questions, and no number " + position);
		}
		return page("sheet/waiting", view).modelAttribute("position", position)
			.modelAttribute("since", (since != null) ? since : this.clock.millis())
			.modelAttribute("late", late(since))
			.build();
	}

	private boolean late(@Nullable Long since) {
		return since != null && this.clock.millis() - since > PATIENCE.toMillis();
	}

	/**
	 * For a script that waits: leads on once the question is here, or it takes too long.
	 * @param since when the waiting began, in milliseconds
	 */
	@GetMapping("/arrival")
	Mono<ResponseEntity<Void>> arrival(Caller caller, @PathVariable String id, @RequestParam int position,
			@RequestParam long since) {
		String here = "/interviews/" + id + "/console?position=" + position;
		return sheet(id, caller).map((sheet) -> {
			ResponseEntity.HeadersBuilder<?> answer = ResponseEntity.noContent();
			if (ConsoleView.of(sheet, position).question() != null) {
				answer.header("HX-Redirect", here);
			}
			else if (late(since)) {
				answer.header("HX-Redirect", here + "&since=" + since);
			}
			return answer.build();
		});
	}

	/**
	 * What the panel has done, for a script that asks again and again.
	 * @param known the pulse that the page shows already
	 */
	@GetMapping("/pulse")
	Mono<Rendering> pulse(Caller caller, @PathVariable String id,
			@RequestParam(required = false) @Nullable Integer position,
			@RequestParam(required = false) @Nullable String known) {
		return sheet(id, caller).map((sheet) -> {
			ConsoleView view = ConsoleView.of(sheet, position);
			Rendering.Builder<?> page = page("sheet/console :: pulse", view);
			// what is shown already stays: a screen reader would read it again
			return view.pulse().equals(known) ? page.header("HX-Reswap", "none").build() : page.build();
		});
	}

	@PostMapping("/answers/{questionId}")
	Mono<Rendering> rate(Caller caller, @PathVariable String id, @PathVariable String questionId,
			ServerWebExchange exchange,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String scripted) {
		return exchange.getFormData().flatMap((form) -> {
			AnswerRequest request = this.forms.answer(form);
			return this.sheets.rate(id, questionId, caller.id(), request, ConsoleForms.based(form))
				.onErrorResume(ConsoleController::stale,
						(ex) -> this.sheets.answer(id, questionId, caller.id())
							.filter((stands) -> stands.content().equals(request.content()))
							.switchIfEmpty(Mono.error(ex)))
				.flatMap((saved) -> sheet(id, caller)
					.map((sheet) -> (scripted == null && "next".equals(form.getFirst("then")))
							? new SentOn("/interviews/" + id + "/next")
							: saved(ConsoleView.of(sheet, position(sheet, questionId)), scripted)))
				.onErrorResume(ConsoleController::stale,
						(ex) -> sheet(id, caller)
							.map((sheet) -> conflict(ConsoleView.of(sheet, position(sheet, questionId)),
									request.content(), scripted)));
		});
	}

	private static Rendering saved(ConsoleView view, @Nullable String scripted) {
		return (scripted != null) ? page("sheet/saved :: answer", view).build()
				: Rendering.redirectTo(at(view)).status(HttpStatus.SEE_OTHER).build();
	}

	private static Rendering conflict(ConsoleView view, Object wanted, @Nullable String scripted) {
		String fragment = (wanted instanceof Rating) ? "answer" : "recommendation";
		Rendering.Builder<?> page = (scripted != null)
				? page("sheet/conflict :: " + fragment, view).header("HX-Retarget", "#conflict")
					.header("HX-Reswap", "innerHTML")
				: page("sheet/conflict", view);
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
			AnswerRequest request = this.forms.skipped(form);
			return this.sheets.rate(id, questionId, caller.id(), request, ConsoleForms.based(form))
				.<Rendering>map((skipped) -> new SentOn("/interviews/" + id + "/next"))
				.onErrorResume(ConsoleController::stale,
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
				.onErrorResume(ConsoleController::stale,
						(ex) -> this.sheets.recommendation(id, caller.id())
							.filter((stands) -> stands.content().equals(request.content()))
							.switchIfEmpty(Mono.error(ex)))
				.flatMap((saved) -> sheet(id, caller).map(view)
					.map((shown) -> (scripted != null) ? page("sheet/saved :: recommendation", shown).build()
							: Rendering.redirectTo("/interviews/" + id + "/console/finish")
								.status(HttpStatus.SEE_OTHER)
								.build()))
				.onErrorResume(ConsoleController::stale, (ex) -> sheet(id, caller).map(view)
					.map((shown) -> conflict(shown, request.content(), scripted)));
		});
	}

	/**
	 * The browser sends the same form there, too.
	 */
	private record SentOn(String place) implements Rendering {

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

	private static Rendering.Builder<?> page(String view, ConsoleView console) {
		return Rendering.view(view).modelAttribute("console", console).modelAttribute("sheet", console.sheet());
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

	private static boolean stale(Throwable thrown) {
		return thrown instanceof ProblemException problem && problem.type().equals(ProblemTypes.STALE);
	}

}
