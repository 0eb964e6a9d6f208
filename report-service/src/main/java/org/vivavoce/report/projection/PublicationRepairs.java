package org.vivavoce.report.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.platform.store.Stored;

/**
 * Takes requests to compare the published records with the scorecards, and works on them:
 * one instance at a time, and another one from the beginning when that has died.
 */
@Component
public class PublicationRepairs {

	private static final String ID = "scorecards";

	private static final Duration LEASE = Duration.ofSeconds(30);

	private final String instance = UUID.randomUUID().toString();

	private final AggregateStore<PublicationRepair> store;

	private final PublishedScorecards published;

	private final Clock clock;

	PublicationRepairs(AggregateStore<PublicationRepair> store, PublishedScorecards published, Clock clock) {
		this.store = store;
		this.published = published;
		this.clock = clock;
	}

	/**
	 * Ask for a comparison. One that has not begun yet serves all who ask; one that is
	 * running begins anew.
	 */
	public Mono<PublicationRepair> request(String by) {
		return this.store.change(ID, (current) -> {
			if (current.filter((each) -> each.status() == PublicationRepair.Status.WAITING).isPresent()) {
				return Decision.keep(current.get());
			}
			PublicationRepair repair = PublicationRepair.requested(by, now());
			return Decision.write(repair, List.of(), repair);
		});
	}

	/**
	 * The last one that was asked for.
	 */
	public Mono<PublicationRepair> last() {
		return this.store.find(ID).map(Stored::state);
	}

	Mono<Void> next() {
		return Mono.defer(this::last)
			.filter((repair) -> repair.isFreeFor(this.instance, now()))
			.flatMap((repair) -> Mono.fromRunnable(this::work).subscribeOn(Schedulers.boundedElastic()))
			.then();
	}

	private void work() {
		int partitions = this.published.partitions();
		boolean mine = change((repair) -> repair.isFreeFor(this.instance, now())
				? repair.begun(this.instance, now(), LEASE, partitions) : repair);
		for (int partition = 0; mine && partition < partitions; partition++) {
			int current = partition;
			PublicationRepair.Found found = this.published.repair(partition, partitions,
					() -> change((repair) -> isMine(repair, current) ? repair.leased(now(), LEASE) : repair));
			mine = change((repair) -> isMine(repair, current) ? repair.with(found, now(), LEASE) : repair);
		}
	}

	private boolean isMine(PublicationRepair repair, int partition) {
		return repair.status() == PublicationRepair.Status.RUNNING && this.instance.equals(repair.worker())
				&& repair.partitionsDone() == partition;
	}

	/**
	 * Change it.
	 * @return whether it was changed, so that it is still this instance's
	 */
	private boolean change(UnaryOperator<PublicationRepair> change) {
		return Boolean.TRUE.equals(this.store.<Boolean>change(ID, (current) -> {
			PublicationRepair before = current.orElseThrow();
			PublicationRepair after = change.apply(before);
			return after.equals(before) ? Decision.keep(false) : Decision.write(after, List.of(), true);
		}).block(LEASE));
	}

	private Instant now() {
		return this.clock.instant();
	}

}
