package org.vivavoce.question.hub;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Stored;

/**
 * What the question hub has.
 */
public final class QuestionHub {

	private final AggregateStore<QuestionSet> sets;

	private final QuestionRepository questions;

	QuestionHub(AggregateStore<QuestionSet> sets, QuestionRepository questions) {
		this.sets = sets;
		this.questions = questions;
	}

	/**
	 * The hub's spelling of a technology.
	 */
	public static String spelling(String technology) {
		return Naming.technology(technology);
	}

	/**
	 * The current questions of a technology in the hub's spelling, each once.
	 */
	public Mono<List<QuestionOutline>> outlines(String technology) {
		// while an import is shown, two revisions of a question may both be current
		return this.questions.outlines(technology)
			.collect(Collectors.toMap(QuestionOutline::id, (question) -> question,
					(one, other) -> (one.revision() > other.revision()) ? one : other))
			.map((byId) -> List.copyOf(byId.values()));
	}

	/**
	 * One revision of a question, or its latest.
	 */
	public Mono<Question> question(String id, @Nullable Integer revision) {
		return this.questions.find(id, revision);
	}

	/**
	 * The technologies that have questions, in the hub's spelling and in order.
	 */
	public Mono<List<String>> technologies() {
		return this.questions.technologies().sort().collectList();
	}

	/**
	 * Revisions of questions, as far as there are, by {@code id@revision}.
	 */
	public Mono<Map<String, Question>> texts(Collection<String> keys) {
		return this.questions.findAll(keys).collectMap((question) -> Question.key(question.id(), question.revision()));
	}

	Flux<QuestionRepository.Row> search(QuestionRepository.Query query, @Nullable String after, int limit) {
		return this.questions.search(query, after, limit);
	}

	Mono<QuestionSet> set(String id) {
		return this.sets.find(id).map(Stored::state);
	}

	/**
	 * Sets by id.
	 * @param after the id before, or null to begin
	 */
	Flux<QuestionSet> sets(@Nullable String after, int limit) {
		return this.sets
			.find((after != null) ? Filters.gt("_id", after) : Filters.empty(), Sorts.ascending("_id"), limit)
			.map(Stored::state);
	}

}
