package org.vivavoce.question.hub;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.security.Scopes;
import org.vivavoce.question.exposure.ExposureRepository;
import org.vivavoce.platform.web.Etags;

/**
 * A question: read it, edit it.
 */
@PageController
final class QuestionPageController {

	private final QuestionHub hub;

	private final RevisionDesk revisions;

	private final ExposureRepository exposures;

	QuestionPageController(QuestionHub hub, RevisionDesk revisions, ExposureRepository exposures) {
		this.hub = hub;
		this.revisions = revisions;
		this.exposures = exposures;
	}

	/**
	 * Show a revision.
	 * @param said {@code saved} or {@code unchanged} after an edit
	 */
	@GetMapping("/hub/questions/{id}")
	Mono<Rendering> question(Caller caller, @PathVariable String id,
			@RequestParam(required = false) @Nullable Integer revision,
			@RequestParam(required = false) @Nullable String said) {
		caller.requireScope(Scopes.QUESTIONS_READ);
		return this.hub.revisions(id)
			.filter((all) -> !all.isEmpty())
			.switchIfEmpty(Mono.error(() -> missing(id, null)))
			.flatMap((all) -> this.hub.set(all.getFirst().set())
				.map(Optional::of)
				.defaultIfEmpty(Optional.empty())
				.map((set) -> QuestionPage.of(shown(all, revision), all, set)))
			.zipWith(this.exposures.figures(id),
					(page, exposure) -> Rendering.view("hub/question")
						.modelAttribute("view", page)
						.modelAttribute("exposure", ExposureResponse.of(id, exposure))
						.modelAttribute("said", (said != null) ? said : "")
						.build());
	}

	private static Question shown(List<Question> revisions, @Nullable Integer revision) {
		return revisions.stream()
			.filter((each) -> revision == null || each.revision() == revision)
			.findFirst()
			.orElseThrow(() -> missing(revisions.getFirst().id(), revision));
	}

	private static ProblemException missing(String id, @Nullable Integer revision) {
		return new ProblemException(ProblemTypes.NOT_FOUND,
				"There is no question '" + id + "'" + ((revision != null) ? " with revision " + revision : ""));
	}

	@GetMapping("/hub/questions/{id}/edit")
	Mono<Rendering> form(Caller caller, @PathVariable String id) {
		caller.requireScope(Scopes.QUESTIONS_WRITE);
		return editable(id).map((editable) -> EditPage.fresh(editable.question(), editable.topics()))
			.map((page) -> edit(page, HttpStatus.OK));
	}

	@PostMapping("/hub/questions/{id}/edit")
	Mono<Rendering> save(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
		caller.requireScope(Scopes.QUESTIONS_WRITE);
		return exchange.getFormData().flatMap((sent) -> {
			QuestionForm form = QuestionForm
				.read((field) -> Optional.ofNullable(sent.getFirst(field.key())).orElse(""));
			int revision = revision(sent.getFirst("revision"));
			if (!form.faults().isEmpty()) {
				return editable(id)
					.map((editable) -> EditPage.faulty(editable.question(), revision, form, editable.topics()))
					.map((page) -> edit(page, HttpStatus.UNPROCESSABLE_CONTENT));
			}
			return this.revisions
				.revise(id, form.edit(), Etags.of(revision), new ReasonRequest(sent.getFirst("reason")).by(caller))

				.map((revised) -> saved(id, revised.changed()))
				.onErrorResume(QuestionPageController::outrun, (ex) -> merge(id, revision, form));
		});
	}

	private static int revision(@Nullable String text) {
		if (text == null || !text.matches("[0-9]{1,9}")) {
			throw new ProblemException(ProblemTypes.MALFORMED, "revision: the one at which the edit began");
		}
		return Integer.parseInt(text);
	}

	private static boolean outrun(Throwable thrown) {
		return thrown instanceof ProblemException problem && problem.type().equals(ProblemTypes.STALE);
	}

	/**
	 * Somebody else was faster, or the same form was sent twice.
	 */
	private Mono<Rendering> merge(String id, int revision, QuestionForm form) {
		return editable(id).flatMap((editable) -> {
			Question current = editable.question();
			if (QuestionForm.of(current).equals(form)) {
				return Mono.just(saved(id, false));
			}
			return this.hub.question(id, revision)
				.defaultIfEmpty(current)
				.map((base) -> EditPage.outrun(current, base, form, editable.topics()))

				.map((page) -> edit(page, HttpStatus.CONFLICT));
		});
	}

	/**
	 * A question that can be edited.
	 *
	 * @param topics of its set
	 */
	private record Editable(Question question, List<String> topics) {

		static Editable of(Question question, QuestionSet set) {
			return new Editable(question, set.questions().map(Question::topic).distinct().sorted().toList());
		}

	}

	private Mono<Editable> editable(String id) {
		return this.hub.question(id, null)
			.switchIfEmpty(Mono.error(() -> missing(id, null)))
			.flatMap((latest) -> this.hub.set(latest.set()))
			.flatMap((set) -> Mono.justOrEmpty(set.question(id)).map((question) -> Editable.of(question, set)))
			.switchIfEmpty(Mono.error(() -> RevisionDesk.left(id)));
	}

	private static Rendering edit(EditPage page, HttpStatus status) {
		return Rendering.view("hub/edit").status(status).modelAttribute("edit", page).build();
	}

	private static Rendering saved(String id, boolean changed) {
		return Rendering.redirectTo("/hub/questions/" + id + "?said=" + (changed ? "saved" : "unchanged"))
			.status(HttpStatus.SEE_OTHER)
			.build();
	}

}
