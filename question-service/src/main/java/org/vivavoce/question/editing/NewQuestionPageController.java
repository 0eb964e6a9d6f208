package org.vivavoce.question.editing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.contracts.Level;
import org.vivavoce.platform.page.FormFields;
import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.page.SeeOther;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.draft.QuestionIds;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.hub.ReasonRequest;
import org.vivavoce.question.set.QuestionEdit;
import org.vivavoce.question.set.QuestionSet;
import org.vivavoce.question.set.SetOutline;

/**
 * Begins a new question: where it shall stand and what is asked. The rest is written in
 * its draft.
 */
@PageController
final class NewQuestionPageController {

	private final QuestionHub hub;

	private final DraftService drafts;

	NewQuestionPageController(QuestionHub hub, DraftService drafts) {
		this.hub = hub;
		this.drafts = drafts;
	}

	@GetMapping("/hub/new")
	Mono<Rendering> form(@RequestParam(defaultValue = "") String technology,
			@RequestParam(defaultValue = "") String level) {
		return this.hub.setOutlines()
			.map((sets) -> new NewQuestionPage(sets,
					sets.stream()
						.filter((set) -> set.technology().equals(technology))
						.map(SetOutline::id)
						.findFirst()
						.orElse(""),
					FieldRules.level(level).orElse(Level.MID), "", null))
			.map((page) -> page(page, HttpStatus.OK));
	}

	@PostMapping("/hub/new")
	Mono<Rendering> begin(Caller caller, ServerWebExchange exchange) {
		return FormFields.of(exchange).flatMap((sent) -> {
			String set = sent.typed("set");
			String prompt = FieldRules.tidy(sent.typed("prompt"));
			Level level = FieldRules.level(sent.typed("level"))
				.orElseThrow(() -> new ProblemException(ProblemTypes.MALFORMED, "level: junior, mid or senior"));
			String fault = FieldRules.text(prompt, FieldRules.LONG_TEXT);
			return (fault != null) ? faulty(set, level, prompt, "The question " + fault) : this.hub.set(set)
				.switchIfEmpty(Mono.error(
						() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is no question set '" + set + "'")))
				.flatMap((known) -> begin(caller, known, level, prompt));
		});
	}

	private Mono<Rendering> begin(Caller caller, QuestionSet set, Level level, String prompt) {
		String id = QuestionIds.create(set.id(), prompt, ids(set));
		QuestionEdit text = new QuestionEdit("", FieldRules.DEFAULT_MINUTES, prompt, "", "", List.of(), List.of());
		return this.drafts
			.save(id, new DraftService.Place(set.id(), level), null, text, new DraftService.Condition(null, "*"),
					new ReasonRequest(null).by(caller))
			.map((kept) -> SeeOther.to("/hub/questions/" + id + "/edit?said=begun"));
	}

	private static Set<String> ids(QuestionSet set) {
		Set<String> ids = new HashSet<>();
		set.questions().forEach((question) -> ids.add(question.id()));
		set.retired().forEach((question) -> ids.add(question.id()));
		set.drafts().forEach((draft) -> ids.add(draft.id()));
		return ids;
	}

	private Mono<Rendering> faulty(String set, Level level, String prompt, @Nullable String fault) {
		return this.hub.setOutlines()
			.map((sets) -> page(new NewQuestionPage(sets, set, level, prompt, fault),
					HttpStatus.UNPROCESSABLE_CONTENT));
	}

	private static Rendering page(NewQuestionPage page, HttpStatus status) {
		return Rendering.view("hub/new").status(status).modelAttribute("fresh", page).build();
	}

}
