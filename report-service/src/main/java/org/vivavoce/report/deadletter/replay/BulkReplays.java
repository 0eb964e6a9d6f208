package org.vivavoce.report.deadletter.replay;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.vivavoce.platform.problem.Fault;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.report.deadletter.DeadLetterQuery;
import org.vivavoce.report.deadletter.DeadLetterRepository;
import org.vivavoce.report.deadletter.DeadLetterState;

/**
 * Starts replays of many dead letters, shows and cancels them.
 */
public final class BulkReplays {

	static final String COLLECTION = "dead-letter-replays";

	private static final int SHOWN = 5;

	private final AggregateStore<BulkReplay> replays;

	private final DeadLetterRepository deadLetters;

	private final BulkReplayWorker worker;

	private final Clock clock;

	BulkReplays(AggregateStore<BulkReplay> replays, DeadLetterRepository deadLetters, BulkReplayWorker worker,
			Clock clock) {
		this.replays = replays;
		this.deadLetters = deadLetters;
		this.worker = worker;
		this.clock = clock;
	}

	/**
	 * Start sending all waiting dead letters of a topic, a kind, or both.
	 * @param key starts it once for the caller, however often it is asked for
	 */
	public Mono<BulkReplay> start(Caller caller, @Nullable String topic, @Nullable String kind, @Nullable String key) {
		if (topic == null && kind == null) {
			return Mono.error(new ProblemException(ProblemTypes.INVALID, "Say which letters: a topic, a kind, or both")
				.withErrors(List.of(Fault.at("/kind", "is needed where there is no topic"))));
		}
		String id = (key != null)
				? UUID.nameUUIDFromBytes((caller.id() + "\n" + key).getBytes(StandardCharsets.UTF_8)).toString()
				: UUID.randomUUID().toString();
		BulkReplay fresh = BulkReplay.start(id, topic, kind, caller.id(), this.clock.instant());
		return this.deadLetters.count(fresh.waiting(""))
			.flatMap((total) -> this.replays.<BulkReplay>change(id,
					(current) -> current.<Decision<BulkReplay, BulkReplay>>map(Decision::keep)
						.orElseGet(() -> Decision.write(fresh.of(total), List.of(), fresh.of(total)))))
			.doOnNext((started) -> this.worker.wake());
	}

	/**
	 * How many dead letters a replay would send now.
	 */
	public Mono<Long> waiting(@Nullable String topic, @Nullable String kind) {
		return this.deadLetters.count(new DeadLetterQuery(topic, kind, DeadLetterState.WAITING, null, null).filter());
	}

	/**
	 * One replay; {@link ProblemTypes#NOT_FOUND} when there is none.
	 */
	public Mono<BulkReplay> find(String id) {
		return this.replays.find(id).map(Stored::state).switchIfEmpty(Mono.error(() -> unknown(id)));
	}

	/**
	 * The replays that were started last.
	 */
	public Flux<BulkReplay> latest() {
		return this.replays.find(Filters.empty(), Sorts.descending("state.startedAt"), SHOWN).map(Stored::state);
	}

	/**
	 * Send no more than what is on its way; what is done stays so.
	 */
	public Mono<BulkReplay> cancel(String id) {
		Instant now = this.clock.instant();
		return this.replays.change(id, (current) -> {
			BulkReplay before = current.orElseThrow(() -> unknown(id));
			BulkReplay after = before.cancelled(now);
			return after.equals(before) ? Decision.keep(after) : Decision.write(after, List.of(), after);
		});
	}

	private static ProblemException unknown(String id) {
		return new ProblemException(ProblemTypes.NOT_FOUND, "There is no replay '" + id + "'");
	}

}
