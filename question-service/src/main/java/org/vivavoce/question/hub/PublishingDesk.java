package org.vivavoce.question.hub;

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.platform.web.IfMatch;

/**
 * Publishes drafts.
 */
final class PublishingDesk {

	private final DraftDesk drafts;

	private final AggregateStore<QuestionSet> sets;

	private final QuestionRepository questions;

	private final ListingDesk listing;

	private final Clock clock;

	PublishingDesk(DraftDesk drafts, AggregateStore<QuestionSet> sets, QuestionRepository questions,
			ListingDesk listing, Clock clock) {
		this.drafts = drafts;
		this.sets = sets;
		this.questions = questions;
		this.listing = listing;
		this.clock = clock;
	}

	/**
	 * Make a draft the current revision of its question. The draft is gone with the same
	 * write.
	 * @param ifMatch tags of the draft, or null for whichever is there
	 * @return fails with {@link ProblemTypes#NOT_FOUND}, {@link ProblemTypes#INVALID} for
	 * one that is not finished, {@link ProblemTypes#CONFLICT} for a question that is
	 * retired, and {@link ProblemTypes#STALE} when the question was revised since the
	 * draft began
	 */
	Mono<Question> publish(String id, @Nullable String ifMatch, Authorship authorship) {
		Change change = Change.of(Change.Action.PUBLISHED, authorship, this.clock.instant());
		return this.drafts.read(id)
			.flatMap((kept) -> this.questions.revisions(id)
				.collectList()
				.flatMap((revisions) -> this.sets.change(kept.set().id(), (current) -> {
					QuestionSet set = current.orElseThrow(() -> DraftDesk.none(id));
					return decide(set, set.draft(id).orElseThrow(() -> DraftDesk.none(id)), revisions, ifMatch, change);
				})))
			.flatMap((set) -> this.listing.show(set).thenReturn(set.question(id).orElseThrow()));
	}

	private static Decision<QuestionSet, QuestionSet> decide(QuestionSet set, DraftRevision draft,
			List<Question> revisions, @Nullable String ifMatch, Change change) {
		IfMatch.require(ifMatch, DraftResponse.tag(draft));
		List<FieldFault> faults = draft.text().faults();
		if (!faults.isEmpty()) {
			throw RevisionDesk.invalid(faults);
		}
		int current = set.question(draft.id()).map(Question::revision).orElse(0);
		if (current == 0 && set.retired(draft.id()).isPresent()) {
			throw RevisionDesk.left(draft.id());
		}
		if (current != draft.base()) {
			throw new ProblemException(ProblemTypes.STALE, "The draft began at revision " + draft.base()
					+ ", and the question is at revision " + current + "; look at both and save the draft again");
		}
		List<Question> older = revisions.stream().filter((each) -> each.revision() < current).toList();
		QuestionSet published = DraftWriting.publish(set, draft, older, change);
		return Decision.write(published, List.of(), published);
	}

}
