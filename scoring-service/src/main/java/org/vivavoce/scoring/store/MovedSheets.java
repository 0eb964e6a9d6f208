package org.vivavoce.scoring.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

import org.vivavoce.platform.background.BackgroundWork;
import org.vivavoce.platform.outage.Outage;
import org.vivavoce.platform.outbox.OutboxRelay;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.scoring.store.SheetMigration.Moved;

/**
 * Moves the sheets of earlier releases at start, and keeps everybody from the sheets
 * until that is done: requests are answered 503, projections wait, and the instance is
 * not ready. Keeps trying while the store is away.
 */
final class MovedSheets implements SmartLifecycle, HealthIndicator {

	private static final Log logger = LogFactory.getLog(MovedSheets.class);

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private static final Duration REPORTS = Duration.ofSeconds(10);

	private static final Duration AGAIN = Duration.ofMinutes(1);

	private final SheetMigration migration;

	private final Mono<Void> afterwards;

	private final OutboxRelay relay;

	private final Clock clock;

	private final Outage outage = new Outage(logger);

	private volatile Disposable.Composite work = Disposables.composite();

	private volatile Moved moved = Moved.NOTHING;

	private volatile Instant told = Instant.MIN;

	private volatile boolean done;

	private volatile boolean running;

	/**
	 * Not begun yet.
	 * @param afterwards what else has to be done once all sheets are moved; repeatable
	 */
	MovedSheets(SheetMigration migration, Mono<Void> afterwards, OutboxRelay relay, Clock clock) {
		this.migration = migration;
		this.afterwards = afterwards;
		this.relay = relay;
		this.clock = clock;
	}

	/**
	 * The name of a collection, for those that may use it only when all is moved.
	 */
	Mono<String> onceMoved(String collection) {
		return Mono.defer(() -> this.done ? Mono.just(collection)
				: Mono.error(new ProblemException(ProblemTypes.UNAVAILABLE,
						"Score sheets that an earlier release has kept are being moved. Try again in a moment")
					.retryAfter(PAUSE)));
	}

	@Override
	public void start() {
		this.running = true;
		this.work = Disposables.composite();
		this.work.add(BackgroundWork.run("Moving score sheets",
				Mono.defer(this::moveAll)
					.retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE)
						.doBeforeRetry((retry) -> this.outage
							.begins("Score sheets are not moved yet, and not served: " + retry.failure().getMessage())))
					.doOnSuccess((nothing) -> finished())));
	}

	private Mono<Void> moveAll() {
		// what is left is tried in each attempt
		Moved before = new Moved(this.moved.candidates(), this.moved.sheets(), this.moved.events(), 0);
		return this.migration.move().doOnNext((moving) -> progress(before.plus(moving))).then(this.afterwards);
	}

	private void progress(Moved now) {
		this.moved = now;
		if (this.told.plus(REPORTS).isBefore(this.clock.instant())) {
			this.told = this.clock.instant();
			logger.info("Moving score sheets: " + words(now));
		}
	}

	private void finished() {
		this.outage.ends("The store answers again");
		if (this.moved.left() > 0) {
			// their events are not handed over
			this.relay.sweep(FormerSheets.COLLECTION);
		}
		if (!this.moved.equals(Moved.NOTHING)) {
			logger.info("Score sheets are kept by interview now: " + words(this.moved));
		}
		this.done = true;
		this.work.add(BackgroundWork.repeat("Moving late score sheets", AGAIN, AGAIN, this::moveLate));
	}

	/**
	 * What an instance of the earlier release has written since, because it was not
	 * stopped in time.
	 */
	Mono<Void> moveLate() {
		return this.migration.move()
			.last(Moved.NOTHING)
			.filter((late) -> late.candidates() > 0)
			.doOnNext((late) -> logger
				.warn("An instance of an earlier release still writes score sheets: " + words(late) + "; stop it"))
			.then()
			.doOnSuccess((nothing) -> this.outage.ends("The store answers again"))
			.onErrorResume((ex) -> {
				this.outage.begins("Late score sheets are not moved yet: " + ex.getMessage());
				return Mono.empty();
			});
	}

	private static String words(Moved moved) {
		return moved.sheets() + " sheets of " + moved.candidates() + " candidates moved, with " + moved.events()
				+ " events that waited; " + moved.left() + " documents left";
	}

	@Override
	public Health health() {
		return this.done ? Health.up().build() : Health.down().withDetail("moved", this.moved.sheets()).build();
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

	@Override
	public int getPhase() {
		// the work begins before anything else does; that others wait for its end is
		// what the names of the collections are for
		return -100;
	}

}
