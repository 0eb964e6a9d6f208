package org.vivavoce.question.hub;

import java.util.Collection;
import java.util.LinkedHashMap;
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
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionOutline;
import org.vivavoce.question.set.QuestionSet;
import org.vivavoce.question.set.SetOutline;

/**
 * What the question hub has.
 */
public final class QuestionHub {

	private final AggregateStore<QuestionSet> sets;

	private final QuestionRepository questions;

	private final SetOutlineRepository outlines;

	QuestionHub(AggregateStore<QuestionSet> sets, QuestionRepository questions, SetOutlineRepository outlines) {
		this.sets = sets;
		this.questions = questions;
		this.outlines = outlines;
	}

	/**
	 * The hub's spelling of a technology.
	 */
	public static String spelling(String technology) {
		return FieldRules.technology(technology);
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
	 * Whether a question is in no set any more.
	 */
	public Mono<Boolean> retired(String id) {
		return this.questions.current(List.of(id)).hasElements().map((listed) -> !listed);
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

	/**
	 * Current questions of a technology whose id is this, or whose prompt, answer or
	 * topic has this text, in any case.
	 */
	public Mono<List<Question>> find(String technology, String text, int limit) {
		QuestionRepository.Query query = new QuestionRepository.Query(null, technology, null, null, text);
		return current(List.of(text)).flatMapIterable((questions) -> questions)
			.filter((question) -> question.technology().equals(technology))
			.concatWith(this.questions.search(query, null, limit).map(QuestionRepository.Row::question))
			.distinct(Question::id)
			.take(limit)
			.collectList();
	}

	public Flux<QuestionRepository.Row> search(QuestionRepository.Query query, @Nullable String after, int limit) {
		return this.questions.search(query, after, limit);
	}

	public Mono<Long> count(QuestionRepository.Query query) {
		return this.questions.count(query);
	}

	/**
	 * The current revisions of some questions, by set, level and place.
	 */
	public Mono<List<Question>> current(Collection<String> ids) {
		return ids.isEmpty() ? Mono.just(List.of())
				// while an import is shown, two revisions of a question may both be
				// current
				: this.questions.current(ids)
					.collect(Collectors.toMap(Question::id, (question) -> question,
							(one, other) -> (one.revision() > other.revision()) ? one : other, LinkedHashMap::new))
					.map((byId) -> List.copyOf(byId.values()));
	}

	/**
	 * The revisions of a question, the latest first; none when there is no such question.
	 */
	public Mono<List<Question>> revisions(String id) {
		return this.questions.revisions(id).collectList();
	}

	/**
	 * All sets without their texts, by id.
	 */
	public Mono<List<SetOutline>> setOutlines() {
		return this.outlines.all().collectList();
	}

	public Mono<QuestionSet> set(String id) {
		return this.sets.find(id).map(Stored::state);
	}

	/**
	 * Sets by id.
	 * @param after the id before, or null to begin
	 */
	public Flux<QuestionSet> sets(@Nullable String after, int limit) {
		return this.sets
			.find((after != null) ? Filters.gt("_id", after) : Filters.empty(), Sorts.ascending("_id"), limit)
			.map(Stored::state);
	}

}
