package org.vivavoce.question.hub;

import reactor.core.publisher.Mono;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.question.set.QuestionSet;

/**
 * Lists the questions of a set after each write of it.
 */
public final class QuestionIndexer {

	private final AggregateStore<QuestionSet> sets;

	private final QuestionRepository questions;

	QuestionIndexer(AggregateStore<QuestionSet> sets, QuestionRepository questions) {
		this.sets = sets;
		this.questions = questions;
	}

	/**
	 * Show a set, and again when it was changed meanwhile: the last to finish shows the
	 * newest.
	 */
	public Mono<Void> show(QuestionSet set) {
		return this.questions.shows(set)
			.flatMap((shown) -> shown ? Mono.empty() : this.questions.show(set))
			.then(this.sets.find(set.id()))
			.map(Stored::state)
			.flatMap((now) -> (now.revision() == set.revision()) ? Mono.empty() : show(now));
	}

}
