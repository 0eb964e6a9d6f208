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
import org.vivavoce.platform.web.Etags;
import org.vivavoce.platform.web.IfMatch;
import org.vivavoce.question.hub.QuestionIndexer;
import org.vivavoce.question.hub.QuestionRepository;
import org.vivavoce.question.set.Authorship;
import org.vivavoce.question.set.Change;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionSet;
import org.vivavoce.question.set.RetiredQuestion;
import org.vivavoce.question.set.Retirement;

/**
 * Retires questions and restores them. Either said again changes nothing.
 */
final class RetirementService {

	private final AggregateStore<QuestionSet> sets;

	private final QuestionRepository questions;

	private final QuestionIndexer listing;

	private final Clock clock;

	RetirementService(AggregateStore<QuestionSet> sets, QuestionRepository questions, QuestionIndexer listing,
			Clock clock) {
		this.sets = sets;
		this.questions = questions;
		this.listing = listing;
		this.clock = clock;
	}

	/**
	 * A question that is retired.
	 *
	 * @param question its last revision
	 */
	record RetiredRevision(Question question, RetiredQuestion retired) {

	}

	/**
	 * Take a question out of its set. New interviews do not ask it; those that are
	 * planned keep it.
	 * @param ifMatch tags of its revision, or null for whichever is current
	 * @return fails with {@link ProblemTypes#NOT_FOUND}, {@link ProblemTypes#STALE}, and
	 * {@link ProblemTypes#CONFLICT} for the last question of a set
	 */
	Mono<RetiredRevision> retire(String id, @Nullable String ifMatch, Authorship authorship) {
		Change change = Change.of(Change.Action.RETIRED, authorship, this.clock.instant());
		return last(id).flatMap((last) -> this.sets
			.change(last.set(), (current) -> decideRetirement(known(current), id, ifMatch, change))
			.flatMap(this::shown)
			.map((set) -> set.retired(id).orElseThrow())
			.flatMap((retiredQuestion) -> this.questions.find(id, retiredQuestion.revision())
				.map((question) -> new RetiredRevision(question, retiredQuestion))));
	}

	private static Decision<QuestionSet, QuestionSet> decideRetirement(QuestionSet set, String id,
			@Nullable String ifMatch, Change change) {
		Optional<Question> question = set.question(id);
		if (question.isEmpty()) {
			return Decision.keep(set);
		}
		IfMatch.require(ifMatch, Etags.of(question.get().revision()));
		if (set.size() == 1) {
			throw new ProblemException(ProblemTypes.CONFLICT,
					"The question '" + id + "' is the last one of its set; a set has at least one");
		}
		QuestionSet without = Retirement.retire(set, question.get(), change);
		return Decision.write(without, List.of(), without);
	}

	/**
	 * Bring a question back to where it stood, as a revision of its own.
	 * @return fails with {@link ProblemTypes#NOT_FOUND}
	 */
	Mono<Question> restore(String id, Authorship authorship) {
		Change change = Change.of(Change.Action.RESTORED, authorship, this.clock.instant());
		return last(id).flatMap(
				(last) -> this.sets.change(last.set(), (current) -> decideRestoration(known(current), last, change)))
			.flatMap(this::shown)
			.map((set) -> set.question(id).orElseThrow());
	}

	private static Decision<QuestionSet, QuestionSet> decideRestoration(QuestionSet set, Question last, Change change) {
		return set.retired(last.id())
			.map((retiredQuestion) -> Retirement.restore(set, retiredQuestion, last, change))
			.<Decision<QuestionSet, QuestionSet>>map((with) -> Decision.write(with, List.of(), with))
			.orElseGet(() -> Decision.keep(set));
	}

	private static QuestionSet known(Optional<QuestionSet> set) {
		return set.orElseThrow(() -> new IllegalStateException("A question is there without its set"));
	}

	private Mono<QuestionSet> shown(QuestionSet set) {
		return this.listing.show(set).thenReturn(set);
	}

	private Mono<Question> last(String id) {
		return this.questions.find(id, null)
			.switchIfEmpty(Mono
				.error(() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is no question '" + id + "'")));
	}

}
