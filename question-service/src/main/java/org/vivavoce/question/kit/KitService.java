package org.vivavoce.question.kit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.vivavoce.platform.problem.Fault;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.set.FieldFault;

/**
 * Keeps interview kits.
 */
public final class KitService {

	private final AggregateStore<KitHistory> kits;

	private final QuestionHub hub;

	private final Clock clock;

	KitService(AggregateStore<KitHistory> kits, QuestionHub hub, Clock clock) {
		this.kits = kits;
		this.hub = hub;
		this.clock = clock;
	}

	/**
	 * A kit with all its versions, also one that is retired. Empty when there is none.
	 */
	public Mono<KitHistory> find(String id) {
		return this.kits.find(id).map(Stored::state);
	}

	/**
	 * One version of a kit, or without a number its latest; also of one that is retired.
	 * @return fails with {@link ProblemTypes#NOT_FOUND} when there is none
	 */
	Mono<Kit> version(String id, @Nullable Integer version) {
		return find(id).switchIfEmpty(Mono.error(() -> missing(id)))
			.map((history) -> history.version(version)
				.orElseThrow(() -> new ProblemException(ProblemTypes.NOT_FOUND,
						"The kit '" + id + "' has no version " + version)));
	}

	/**
	 * The kits by id.
	 * @param retired whether those that are retired, or those in use
	 * @param after the id before, or null to begin
	 */
	public Flux<KitHistory> list(boolean retired, @Nullable String after, int limit) {
		Bson wanted = Filters.exists("state.retirement", retired);
		return this.kits
			.find((after != null) ? Filters.and(wanted, Filters.gt("_id", after)) : wanted, Sorts.ascending("_id"),
					limit)
			.map(Stored::state);
	}

	/**
	 * Save a kit as its next version, unless it says the same as the latest.
	 * @return fails with {@link ProblemTypes#INVALID} when no plan is possible by it
	 */
	public Mono<KitHistory> save(Kit draft, KitConditionRequest condition) {
		return faults(draft)
			.flatMap((faults) -> faults.isEmpty() ? write(draft, condition) : Mono.error(invalid(faults)));
	}

	private Mono<List<Fault>> faults(Kit kit) {
		return obstacles(kit)
			.map((reasons) -> reasons.stream().map((reason) -> Fault.at(reason.pointer(), reason.message())).toList());
	}

	/**
	 * What stands against planning interviews by a kit now; the hub may have changed
	 * since it was saved.
	 */
	public Mono<List<FieldFault>> obstacles(Kit kit) {
		return this.hub.outlines(kit.technology())
			// topics and minutes take longer than an event loop has
			.publishOn(Schedulers.boundedElastic())
			.map((questions) -> kit.obstacles(questions));
	}

	private Mono<KitHistory> write(Kit draft, KitConditionRequest condition) {
		return this.kits.change(draft.id(), (current) -> {
			condition.require(current);
			if (current.isPresent() && current.get().versions().size() >= KitHistory.MOST_VERSIONS
					&& !draft.hasSameContent(current.get().latest())) {
				throw new ProblemException(ProblemTypes.CONFLICT,
						"The kit has " + KitHistory.MOST_VERSIONS + " versions, which is the most; begin another one");
			}
			return KitHistory.save(current, draft);
		});
	}

	/**
	 * Plan no interview by a kit any more.
	 */
	public Mono<KitHistory> retire(String id, String by, KitConditionRequest condition) {
		return this.kits.change(id, (current) -> {
			condition.require(current);
			return current.orElseThrow(() -> missing(id)).retire(new KitHistory.Retirement(by, now()));
		});
	}

	public Instant now() {
		return this.clock.instant();
	}

	static ProblemException invalid(List<Fault> faults) {
		return new ProblemException(ProblemTypes.INVALID, "No kit was saved, see errors").withErrors(faults);
	}

	public static ProblemException missing(String id) {
		return new ProblemException(ProblemTypes.NOT_FOUND, "There is no kit '" + id + "'");
	}

}
