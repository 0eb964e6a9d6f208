package org.vivavoce.question.editing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.platform.problem.Fault;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.platform.web.Etags;
import org.vivavoce.platform.web.IfMatch;
import org.vivavoce.question.hub.QuestionIndexer;
import org.vivavoce.question.hub.QuestionRepository;
import org.vivavoce.question.set.Authorship;
import org.vivavoce.question.set.Change;
import org.vivavoce.question.set.FieldFault;
import org.vivavoce.question.set.ImportResult;
import org.vivavoce.question.set.ImportResult.Imported;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionEdit;
import org.vivavoce.question.set.QuestionSet;

/**
 * Revises single questions. To its set, that is an import of its document with one
 * question changed.
 */
public final class QuestionReviser {

	private final AggregateStore<QuestionSet> sets;

	private final QuestionRepository questions;

	private final QuestionIndexer listing;

	private final Clock clock;

	QuestionReviser(AggregateStore<QuestionSet> sets, QuestionRepository questions, QuestionIndexer listing,
			Clock clock) {
		this.sets = sets;
		this.questions = questions;
		this.listing = listing;
		this.clock = clock;
	}

	/**
	 * What came of a revision.
	 *
	 * @param question as it is now
	 * @param changed false when it said the same before
	 */
	public record Revised(Question question, boolean changed) {

	}

	/**
	 * Revise a question.
	 * @param ifMatch tags of its revision, or null for whichever is current
	 * @return fails with {@link ProblemTypes#INVALID}, {@link ProblemTypes#NOT_FOUND},
	 * {@link ProblemTypes#CONFLICT} for a question that has left its set, and
	 * {@link ProblemTypes#STALE}
	 */
	public Mono<Revised> revise(String id, QuestionEdit edit, @Nullable String ifMatch, Authorship authorship) {
		List<FieldFault> faults = edit.faults();
		return this.questions.revisions(id)
			.collectList()
			.filter((revisions) -> !revisions.isEmpty())
			.switchIfEmpty(
					Mono.error(() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is no question '" + id + "'")))
			.flatMap((revisions) -> faults.isEmpty() ? write(id, edit, revisions, ifMatch, authorship)
					: Mono.error(invalid(faults)));
	}

	private Mono<Revised> write(String id, QuestionEdit edit, List<Question> revisions, @Nullable String ifMatch,
			Authorship authorship) {
		Change change = Change.of(Change.Action.EDITED, authorship, this.clock.instant());
		return this.sets
			.change(revisions.getFirst().set(), (current) -> decide(current, id, edit, revisions, ifMatch, change))
			.flatMap((result) -> switch (result) {
				case Imported imported -> this.listing.show(imported.set()).thenReturn(revised(imported, id));
				case ImportResult.OtherTechnology other -> Mono.error(retired(id));
			});
	}

	private static Decision<QuestionSet, ImportResult> decide(Optional<QuestionSet> set, String id, QuestionEdit edit,
			List<Question> revisions, @Nullable String ifMatch, Change change) {
		Question current = set.flatMap((known) -> known.question(id)).orElseThrow(() -> retired(id));
		IfMatch.require(ifMatch, Etags.of(current.revision()));
		List<Question> older = revisions.stream().filter((each) -> each.revision() < current.revision()).toList();
		return QuestionSet.importing(set, set.orElseThrow().draft().with(edit.draft(current, older)), change);
	}

	private static Revised revised(Imported imported, String id) {
		return new Revised(imported.set().question(id).orElseThrow(), imported.changed());
	}

	static ProblemException retired(String id) {
		return new ProblemException(ProblemTypes.CONFLICT, "The question '" + id + "' is retired; restore it first");
	}

	static ProblemException invalid(List<FieldFault> faults) {
		return new ProblemException(ProblemTypes.INVALID,
				(faults.size() == 1) ? "One thing is wrong, see errors"
						: faults.size() + " things are wrong, see errors")
			.withErrors(faults.stream().map((fault) -> Fault.at(fault.pointer(), fault.message())).toList());
	}

}
