package org.vivavoce.question.editing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.platform.web.IfMatch;
import org.vivavoce.question.hub.QuestionIndexer;
import org.vivavoce.question.hub.QuestionRepository;
import org.vivavoce.question.set.Authorship;
import org.vivavoce.question.set.Change;
import org.vivavoce.question.set.FieldFault;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionDraftRevision;
import org.vivavoce.question.set.QuestionSet;
import org.vivavoce.question.set.SetDrafts;

/**
 * Publishes drafts.
 */
final class QuestionPublisher {

	private final DraftService drafts;

	private final AggregateStore<QuestionSet> sets;

	private final QuestionRepository questions;

	private final QuestionIndexer listing;

	private final Clock clock;

	QuestionPublisher(DraftService drafts, AggregateStore<QuestionSet> sets, QuestionRepository questions,
			QuestionIndexer listing, Clock clock) {
		this.drafts = drafts;
		this.sets = sets;
		this.questions = questions;
		this.listing = listing;
		this.clock = clock;
	}

	/**
	 * Make a draft the current revision of its question. The draft is gone with the same
	 * write. Said again, when there is none any more, it changes nothing.
	 * @param ifMatch tags of the draft, or null for whichever is there
	 * @return fails with {@link ProblemTypes#NOT_FOUND}, {@link ProblemTypes#INVALID} for
	 * one that is not finished, {@link ProblemTypes#CONFLICT} for a question that is
	 * retired, and {@link ProblemTypes#STALE} when the question was revised since the
	 * draft began
	 */
	Mono<Question> publish(String id, @Nullable String ifMatch, Authorship authorship) {
		Change change = Change.of(Change.Action.PUBLISHED, authorship, this.clock.instant());
		return this.drafts.owner(id)
			.switchIfEmpty(Mono.error(() -> DraftService.none(id)))
			.flatMap((owner) -> this.questions.revisions(id)
				.collectList()
				.flatMap((revisions) -> this.sets.change(owner.id(), (current) -> {
					QuestionSet set = current.orElseThrow(() -> DraftService.none(id));
					IfMatch.require(ifMatch, set.draft(id).map(DraftResponse::tag).orElse(null));
					return set.draft(id)
						.map((draft) -> decide(set, draft, revisions, change))
						.orElseGet(() -> Decision.keep(set));
				})))
			.flatMap((set) -> Mono.justOrEmpty(set.question(id))
				.switchIfEmpty(Mono.error(() -> DraftService.none(id)))
				.flatMap((question) -> this.listing.show(set).thenReturn(question)));
	}

	private static Decision<QuestionSet, QuestionSet> decide(QuestionSet set, QuestionDraftRevision draft,
			List<Question> revisions, Change change) {
		List<FieldFault> faults = draft.text().faults();
		if (!faults.isEmpty()) {
			throw QuestionReviser.invalid(faults);
		}
		int current = set.question(draft.id()).map(Question::revision).orElse(0);
		if (current == 0 && set.retired(draft.id()).isPresent()) {
			throw QuestionReviser.retired(draft.id());
		}
		if (current != draft.base() && !sameText(revisions, draft.base(), current)) {
			throw new ProblemException(ProblemTypes.STALE, "The draft began at revision " + draft.base()
					+ ", and the question is at revision " + current + "; look at both and save the draft again");
		}
		List<Question> older = revisions.stream().filter((each) -> each.revision() < current).toList();
		QuestionSet published = SetDrafts.publish(set, draft, older, change);
		return Decision.write(published, List.of(), published);
	}

	/**
	 * Whether nobody has changed a word since; a question that was retired and restored
	 * has another revision and says the same.
	 */
	private static boolean sameText(List<Question> revisions, int base, int current) {
		Optional<Question> before = revisions.stream().filter((each) -> each.revision() == base).findFirst();
		Optional<Question> after = revisions.stream().filter((each) -> each.revision() == current).findFirst();
		return before.isPresent() && after.isPresent() && before.get().differences(after.get()).isEmpty();
	}

}
