package org.vivavoce.question.editing;

import java.util.List;
import java.util.Map;

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
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.web.Etags;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.hub.ReasonRequest;
import org.vivavoce.question.set.Authorship;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionDraftRevision;
import org.vivavoce.question.set.QuestionField;

/**
 * Edits questions: saves drafts, publishes them, or revises at once.
 */
@PageController
final class EditPageController {

	private static final DraftService.Place ITS_OWN = new DraftService.Place(null, null);

	private final QuestionHub hub;

	private final QuestionReviser revisions;

	private final DraftService drafts;

	private final QuestionPublisher publishing;

	EditPageController(QuestionHub hub, QuestionReviser revisions, DraftService drafts, QuestionPublisher publishing) {
		this.hub = hub;
		this.revisions = revisions;
		this.drafts = drafts;
		this.publishing = publishing;
	}

	@GetMapping("/hub/questions/{id}/edit")
	Mono<Rendering> form(@PathVariable String id, @RequestParam(defaultValue = "") String said) {
		return this.drafts.editable(id)
			.flatMap(this::page)
			.map((page) -> Rendering.view("hub/edit")
				.modelAttribute("edit", page)
				.modelAttribute("said", said)
				.build());
	}

	/**
	 * A draft that was conflicting is shown beside the revision that outran it.
	 */
	private Mono<EditPage> page(EditableQuestion editableQuestion) {
		QuestionDraftRevision draft = editableQuestion.draft();
		EditPage page = EditPage.of(editableQuestion);
		return (draft == null || draft.base() >= editableQuestion.question().revision()) ? Mono.just(page)
				: base(editableQuestion, draft.base())
					.map((base) -> EditPage.conflicting(editableQuestion, base, page.reason(), page.form()));
	}

	private Mono<Question> base(EditableQuestion editableQuestion, int revision) {
		return this.hub.question(editableQuestion.question().id(), revision)
			.defaultIfEmpty(editableQuestion.question());
	}

	@PostMapping("/hub/questions/{id}/edit")
	Mono<Rendering> save(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
		return FormFields.of(exchange).map(EditRequest::of).flatMap((sent) -> {
			Map<QuestionField, List<String>> faults = sent.unfinished() ? sent.text().draftFaults()
					: sent.text().faults();
			if (!faults.isEmpty()) {
				return this.drafts.editable(id)
					.map((editableQuestion) -> page(EditPage.faulty(editableQuestion, sent, faults),
							HttpStatus.UNPROCESSABLE_CONTENT));
			}
			Authorship authorship = new ReasonRequest(sent.reason()).by(caller);
			return (sent.unfinished() ? keep(id, sent, authorship)
					: sent.draft().isEmpty() ? revise(id, sent, authorship) : publish(id, sent, authorship))
				.onErrorResume(ProblemTypes.STALE::isTypeOf, (ex) -> compare(id, sent));
		});
	}

	private Mono<Rendering> keep(String id, EditRequest sent, Authorship authorship) {
		return draft(id, sent, authorship).map((kept) -> SeeOther.to("/hub/questions/" + id + "/edit?said=drafted"));
	}

	private Mono<DraftService.StoredDraft> draft(String id, EditRequest sent, Authorship authorship) {
		return this.drafts.save(id, ITS_OWN, sent.revision(), sent.text().edit(), sent.condition(), authorship);
	}

	private Mono<Rendering> revise(String id, EditRequest sent, Authorship authorship) {
		return this.revisions.revise(id, sent.text().edit(), Etags.of(sent.revision()), authorship)
			.map((revised) -> saved(id, revised.changed()));
	}

	/**
	 * Whoever dies between the two writes leaves a draft with all that was typed.
	 */
	private Mono<Rendering> publish(String id, EditRequest sent, Authorship authorship) {
		return draft(id, sent, authorship)
			.flatMap((kept) -> this.publishing.publish(id, DraftResponse.tag(kept.draft()), authorship)
				.map((question) -> saved(id, question.revision() > sent.revision()))
				.onErrorResume(ProblemTypes.STALE::isTypeOf,
						(ex) -> Mono.just(SeeOther.to("/hub/questions/" + id + "/edit"))));
	}

	/**
	 * Somebody else was faster, or the same form was sent twice.
	 */
	private Mono<Rendering> compare(String id, EditRequest sent) {
		return this.drafts.editable(id).flatMap((editableQuestion) -> {
			Question now = editableQuestion.question();
			QuestionDraftRevision draft = editableQuestion.draft();
			if (!editableQuestion.unpublished() && QuestionForm.of(now.edit()).equals(sent.text())) {
				return Mono.just(saved(id, false));
			}
			if (draft != null && sent.unfinished() && QuestionForm.of(draft.text()).equals(sent.text())) {
				return Mono.just(SeeOther.to("/hub/questions/" + id + "/edit?said=drafted"));
			}
			if (now.revision() > sent.revision()) {
				return base(editableQuestion, sent.revision())
					.map((base) -> page(EditPage.conflicting(editableQuestion, base, sent.reason(), sent.text()),
							HttpStatus.CONFLICT));
			}
			return Mono.just(page((draft != null) ? EditPage.overtaken(editableQuestion, draft, sent)
					: EditPage.gone(editableQuestion, sent), HttpStatus.CONFLICT));
		});
	}

	@PostMapping("/hub/questions/{id}/discard")
	Mono<Rendering> discard(@PathVariable String id, ServerWebExchange exchange) {
		return exchange.getFormData()
			.flatMap((sent) -> this.drafts.read(id)
				.flatMap((kept) -> this.drafts.discard(id, sent.getFirst("draft"))
					.thenReturn(SeeOther.to(kept.current().isEmpty() ? "/hub/drafts?said=discarded"
							: "/hub/questions/" + id + "?said=discarded"))));
	}

	private static Rendering page(EditPage page, HttpStatus status) {
		return Rendering.view("hub/edit")
			.status(status)
			.modelAttribute("edit", page)
			.modelAttribute("said", "")
			.build();
	}

	private static Rendering saved(String id, boolean changed) {
		return SeeOther.to("/hub/questions/" + id + "?said=" + (changed ? "saved" : "unchanged"));
	}

}
