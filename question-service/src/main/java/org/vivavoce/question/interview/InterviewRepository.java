package org.vivavoce.question.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.platform.web.Cursor;
import org.vivavoce.question.candidate.PersonalData;
import org.vivavoce.question.exposure.ExposureRepository;

/**
 * Interviews in the store, newest first.
 */
public final class InterviewRepository implements PersonalData {

	private static final String OPENED_AT = "state.openedAt";

	private static final String ID = "_id";

	private static final String CANDIDATE = "state.candidateId";

	private static final String GENERATION = "state.candidateGeneration";

	private static final String STATE = "state.state";

	private static final String PANEL = "state.panel";

	private static final String QUESTION = "state.plan.questionId";

	private static final Bson NEWEST_FIRST = Sorts.descending(OPENED_AT, ID);

	private static final int PURGED_AT_ONCE = 100;

	private final AggregateStore<Interview> interviews;

	InterviewRepository(AggregateStores stores) {
		this.interviews = stores.create(ExposureRepository.COLLECTION, Interview.class, new IndexModel(NEWEST_FIRST),
				index(CANDIDATE), index(STATE), index(PANEL));
	}

	private static IndexModel index(String field) {
		return new IndexModel(Indexes.compoundIndex(Indexes.ascending(field), NEWEST_FIRST));
	}

	/**
	 * What a list of interviews is narrowed to; null does not narrow.
	 *
	 * @param question id of a question that was asked
	 */
	public record Query(@Nullable String candidate, @Nullable String state, @Nullable String panelist,
			@Nullable String question) {

	}

	/**
	 * The place of an interview in the list.
	 *
	 * @param openedAt as stored
	 */
	public record Place(String openedAt, String id) {

		static Place of(Interview interview) {
			return new Place(AggregateStores.stored(interview.openedAt()), interview.id());
		}

		public static Place of(String cursor) {
			List<Object> values = Cursor.decode(cursor, String.class, String.class);
			return new Place(values.getFirst().toString(), values.getLast().toString());
		}

		String cursor() {
			return Cursor.encode(List.of(this.openedAt, this.id));
		}

	}

	Mono<Interview> find(String id) {
		return this.interviews.find(id).map(Stored::state);
	}

	<R> Mono<R> change(String id, Function<Optional<Interview>, Decision<Interview, R>> decide) {
		return this.interviews.change(id, decide);
	}

	Flux<Interview> list(Query query, @Nullable Place after, int limit) {
		List<Bson> filters = new ArrayList<>();
		narrow(filters, CANDIDATE, query.candidate());
		narrow(filters, STATE, query.state());
		narrow(filters, PANEL, query.panelist());
		if (query.question() != null) {
			filters.add(Filters.eq(QUESTION, query.question()));
			filters.add(Filters.elemMatch("state.plan",
					Filters.and(Filters.eq("questionId", query.question()), Filters.gt("serving.at", ""))));
		}
		if (after != null) {
			filters.add(Filters.or(Filters.lt(OPENED_AT, after.openedAt()),
					Filters.and(Filters.eq(OPENED_AT, after.openedAt()), Filters.lt(ID, after.id()))));
		}
		Bson filter = filters.isEmpty() ? Filters.empty() : Filters.and(filters);
		return this.interviews.find(filter, NEWEST_FIRST, limit).map(Stored::state);
	}

	/**
	 * All interviews of a candidate, the newest first.
	 * @param generation interviews before it do not count
	 */
	Flux<Interview> ofCandidate(String candidateId, int generation) {
		Bson theirs = Filters.and(Filters.eq(CANDIDATE, candidateId), Filters.gte(GENERATION, generation));
		return this.interviews.find(theirs, NEWEST_FIRST, Integer.MAX_VALUE).map(Stored::state);
	}

	private static void narrow(List<Bson> filters, String field, @Nullable String value) {
		if (value != null) {
			filters.add(Filters.eq(field, value));
		}
	}

	@Override
	public Mono<Void> purge(String candidateId, int generation) {
		Bson earlier = Filters.and(Filters.eq(CANDIDATE, candidateId), Filters.lt(GENERATION, generation));
		return Flux
			.defer(() -> this.interviews.find(earlier, NEWEST_FIRST, PURGED_AT_ONCE)
				.concatMap((stored) -> this.interviews.delete(stored.id()).thenReturn(stored.id())))
			.count()
			.repeat()
			.takeUntil((purged) -> purged < PURGED_AT_ONCE)
			.then();
	}

}
