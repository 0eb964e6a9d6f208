package org.vivavoce.scoring.console;

import java.time.Clock;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.scoring.panel.ScoreSheets;
import org.vivavoce.scoring.sheet.SheetState;
import org.vivavoce.scoring.sheet.SheetView;

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

	private final Clock clock;

	ConsoleController(ScoreSheets sheets, Clock clock) {
		this.sheets = sheets;
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
				return page("sheet/finish", latest).modelAttribute("closing", false).build();
			}
			ConsoleView view = ConsoleView.of(sheet, (position != null) ? position : latest.latest());
			if (view.question() == null && position != null) {
				return waiting(view, position, since);
			}
			return page("sheet/console", view).build();
		});
	}

	@GetMapping("/finish")
	Mono<Rendering> finish(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
		boolean closed = exchange.getRequest().getQueryParams().containsKey("closed");
		return (closed ? closing(id, caller) : sheet(id, caller))
			.map((sheet) -> page("sheet/finish", ConsoleView.of(sheet, null))
				.modelAttribute("closing", closed && sheet.state() != SheetState.CLOSED)
				.build());
	}

	/**
	 * For a script that waits until the event that closes the interview is here.
	 */
	@GetMapping("/closure")
	Mono<ResponseEntity<Void>> closure(Caller caller, @PathVariable String id) {
		return sheet(id, caller).map((sheet) -> {
			ResponseEntity.HeadersBuilder<?> answer = ResponseEntity.noContent();
			if (sheet.state() == SheetState.CLOSED) {
				answer.header("HX-Redirect", "/interviews/" + id + "/console/finish");
			}
			return answer.build();
		});
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
	 * The progress of the panel, for a script that polls it.
	 * @param known the fingerprint of what the page shows already
	 */
	@GetMapping("/pulse")
	Mono<Rendering> panelProgress(Caller caller, @PathVariable String id,
			@RequestParam(required = false) @Nullable Integer position,
			@RequestParam(required = false) @Nullable String known) {
		return sheet(id, caller).map((sheet) -> {
			ConsoleView view = ConsoleView.of(sheet, position);
			Rendering.Builder<?> page = page("sheet/console :: pulse", view);
			// what is shown already stays: a screen reader would read it again
			return view.fingerprint().equals(known) ? page.header("HX-Reswap", "none").build() : page.build();
		});
	}

	private Mono<SheetView> sheet(String id, Caller caller) {
		return this.sheets.view(id, caller.id()).map(ScoreSheets.Tagged::body);
	}

	static Rendering.Builder<?> page(String view, ConsoleView console) {
		return Rendering.view(view).modelAttribute("console", console).modelAttribute("sheet", console.sheet());
	}

}
