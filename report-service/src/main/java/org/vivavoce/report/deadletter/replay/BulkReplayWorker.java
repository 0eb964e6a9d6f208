package org.vivavoce.report.deadletter.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.context.SmartLifecycle;

import org.vivavoce.platform.background.BackgroundWork;
import org.vivavoce.platform.outage.Outage;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.report.deadletter.Content;
import org.vivavoce.report.deadletter.DeadLetter;
import org.vivavoce.report.deadletter.DeadLetterProperties;
import org.vivavoce.report.deadletter.DeadLetterQuery;
import org.vivavoce.report.deadletter.DeadLetterRepository;
import org.vivavoce.report.deadletter.DeadLetterSender;
import org.vivavoce.report.deadletter.DeadLetterState;

/**
 * Works on running replays, each on one instance at a time. A timer picks up what an
 * instance that died has left.
 */
public final class BulkReplayWorker implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(BulkReplayWorker.class);

	private static final Duration SWEEP = Duration.ofSeconds(5);

	private static final int AT_ONCE = 8;

	private static final int REPLAYS = 20;

	private final String instance = UUID.randomUUID().toString();

	private final Outage outage = new Outage(logger);

	private final Sinks.Many<Long> wakeUps = Sinks.unsafe().many().multicast().directBestEffort();

	private final AggregateStore<BulkReplay> replays;

	private final DeadLetterRepository deadLetters;

	private final DeadLetterSender sender;

	private final DeadLetterProperties properties;

	private final Clock clock;

	private volatile Disposable work = Disposables.disposed();

	private volatile boolean running;

	BulkReplayWorker(AggregateStore<BulkReplay> replays, DeadLetterRepository deadLetters,
			DeadLetterSender deadLetterSender, DeadLetterProperties properties, Clock clock) {
		this.replays = replays;
		this.deadLetters = deadLetters;
		this.sender = deadLetterSender;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Look for work now.
	 */
	void wake() {
		synchronized (this.wakeUps) {
			this.wakeUps.tryEmitNext(0L);
		}
	}

	@Override
	public void start() {
		this.running = true;
		// a wake-up while it works is not lost
		this.work = BackgroundWork.repeat("Replays of dead letters",
				Flux.merge(Flux.interval(Duration.ZERO, SWEEP).onBackpressureDrop(), this.wakeUps.asFlux())
					.onBackpressureLatest(),
				this::workOnAll);
	}

	private Mono<Void> workOnAll() {
		return this.replays.find(Filters.eq("state.status", "running"), Sorts.ascending("state.startedAt"), REPLAYS)
			.map(Stored::id)
			.concatMap(this::workOn)
			.then()
			.doOnSuccess((done) -> this.outage.ends("Dead letters are sent again"))
			.onErrorResume((failure) -> {
				this.outage.begins("Dead letters are sent again later: " + failure.getMessage());
				return Mono.empty();
			});
	}

	/**
	 * Batch after batch, until it is done, cancelled or leased to another instance.
	 */
	public Mono<Void> workOn(String id) {
		return lease(id).flatMap(this::batch)
			.flatMap(this::send)
			.repeatWhen((rounds) -> rounds.takeWhile((found) -> found > 0))
			.then();
	}

	private Mono<BulkReplay> lease(String id) {
		Instant now = now();
		return this.replays.<List<BulkReplay>>change(id, (current) -> {
			BulkReplay free = current.filter((replay) -> replay.isFreeFor(this.instance, now)).orElse(null);
			if (free == null) {
				return Decision.keep(List.of());
			}
			BulkReplay leased = free.leased(this.instance, now, this.properties.lease());
			return Decision.write(leased, List.of(), List.of(leased));
		}).flatMap((leased) -> Mono.justOrEmpty(leased.stream().findFirst()));
	}

	/**
	 * The batch that was left unfinished, or the next one.
	 */
	private Mono<BulkReplay> batch(BulkReplay replay) {
		if (!replay.batch().isEmpty()) {
			return Mono.just(replay);
		}
		return this.deadLetters
			.find(replay.waiting(replay.after()), DeadLetterQuery.byId(), this.properties.batchSize())
			.map(DeadLetter::id)
			.collectList()
			.flatMap((ids) -> change(replay, (current) -> current.next(ids, now())))
			.filter((started) -> !started.batch().isEmpty());
	}

	private Mono<BulkReplay> send(BulkReplay replay) {
		return Flux.fromIterable(replay.batch())
			.flatMap((id) -> send(id, replay), AT_ONCE)
			.filter(Boolean::booleanValue)
			.count()
			.flatMap((sent) -> change(replay, (current) -> current.worked(sent, now())));
	}

	/**
	 * Whether the dead letter is sent: by now, or before an interruption.
	 */
	private Mono<Boolean> send(String id, BulkReplay replay) {
		return this.deadLetters.find(id).flatMap((deadLetter) -> {
			if (deadLetter.sentBy(replay.id())) {
				return Mono.just(true);
			}
			boolean waits = deadLetter.state() == DeadLetterState.WAITING && deadLetter.content() == Content.KEPT;
			return waits ? this.sender.send(new DeadLetterSender.SendRequest(id, replay.by(), replay.id(), null, null))
				.hasElement() : Mono.just(false);
		}).onErrorReturn(BulkReplayWorker::cannotBeSent, false).defaultIfEmpty(false);
	}

	/**
	 * A dead letter that no second try would send; the others go on.
	 */
	private static boolean cannotBeSent(Throwable failure) {
		return failure instanceof ProblemException problem && !problem.type().equals(ProblemTypes.UNAVAILABLE);
	}

	/**
	 * Change a replay that is still this instance's.
	 */
	private Mono<BulkReplay> change(BulkReplay known, UnaryOperator<BulkReplay> change) {
		return this.replays.change(known.id(), (current) -> {
			BulkReplay now = current.orElseThrow();
			boolean same = now.batch().equals(known.batch()) && now.after().equals(known.after());
			if (!same || now.status() != BulkReplay.Status.RUNNING && now.batch().isEmpty()) {
				return Decision.keep(now);
			}
			BulkReplay changed = change.apply(now);
			return Decision.write(changed, List.of(), changed);
		});
	}

	private Instant now() {
		return this.clock.instant();
	}

	@Override
	public void stop() {
		this.work.dispose();
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
