package org.vivavoce.question.browse;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.page.SeeOther;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.security.Scopes;
import org.vivavoce.question.editing.DraftService;
import org.vivavoce.question.exposure.ExposureRepository;
import org.vivavoce.question.exposure.ExposureResponse;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.set.Question;

/**
 * A question, to be read.
 */
@PageController
final class QuestionPageController {

	private final QuestionHub hub;

	private final DraftService drafts;

	private final ExposureRepository exposures;

	QuestionPageController(QuestionHub hub, DraftService drafts, ExposureRepository exposures) {
		this.hub = hub;
		this.drafts = drafts;
		this.exposures = exposures;
	}

	/**
	 * Show a revision.
	 * @param said what somebody has just done with it
	 */
	@GetMapping("/hub/questions/{id}")
	Mono<Rendering> question(Caller caller, @PathVariable String id,
			@RequestParam(required = false) @Nullable Integer revision,
			@RequestParam(required = false) @Nullable String said) {
		return this.hub.revisions(id)
			.flatMap((all) -> all.isEmpty() ? unpublished(caller, id) : show(id, all, revision, said));
	}

	/**
	 * A question that there is only a draft of has no page yet.
	 */
	private Mono<Rendering> unpublished(Caller caller, String id) {
		return Mono.just(caller)
			.filter((each) -> each.has(Scopes.QUESTIONS_WRITE))
			.flatMap((each) -> this.drafts.find(id))
			.map((draft) -> SeeOther.to("/hub/questions/" + id + "/edit"))
			.switchIfEmpty(Mono.error(() -> missing(id, null)));
	}

	private Mono<Rendering> show(String id, List<Question> all, @Nullable Integer revision, @Nullable String said) {
		return this.hub.set(all.getFirst().set())
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.map((set) -> QuestionPage.of(shown(all, revision), all, set))
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

}
