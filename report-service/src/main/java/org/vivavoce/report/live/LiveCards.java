package org.vivavoce.report.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import org.vivavoce.platform.background.BackgroundWork;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.report.scorecard.CardDocument;
import org.vivavoce.report.scorecard.Grading;

/**
 * Brings changed cards to the clients that follow them. A changed card is loaded once for
 * all clients, and once for all changes that arrive while others are loaded.
 */
@Component
public final class LiveCards implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(LiveCards.class);

	private static final int LOADED_AT_ONCE = 100;

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final Duration SHARED = Duration.ofSeconds(1);

	/** Instances date their writes. */
	private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

	private final AggregateStore<CardDocument> store;

	private final Grading grading;

	private final LiveProperties properties;

	private final Clock clock;

	private final Mono<Missed> missed = Mono.defer(this::readMissed).cache(SHARED);

	private final Set<ClientBuffer> clients = ConcurrentHashMap.newKeySet();

	private final Set<String> signalled = new LinkedHashSet<>();

	private volatile Sinks.Empty<Void> end = Sinks.empty();

	private boolean loading;

	private volatile boolean ended;

	private volatile boolean running;

	LiveCards(AggregateStore<CardDocument> store, Grading grading, LiveProperties properties, MeterRegistry meters,
			Clock clock) {
		this.store = store;
		this.grading = grading;
		this.properties = properties;
		this.clock = clock;
		Gauge.builder("vivavoce.live.clients", this.clients, Set::size)
			.description("Open event streams of scorecards")
			.register(meters);
	}

	/**
	 * The card of one candidate: as it is, once there is one, and whenever it changes.
	 */
	public Flux<LiveCard> follow(String candidate) {
		return open(candidate,
				(clientBuffer) -> this.store.find(candidate)
					.doOnNext((stored) -> clientBuffer.offer(live(stored)))
					.then());
	}

	/**
	 * Whether there is, or was, a card of this candidate.
	 */
	public Mono<Boolean> knows(String candidate) {
		return this.store.guards(List.of(candidate)).map((guards) -> !guards.isEmpty());
	}

	/**
	 * All cards, whenever one changes.
	 */
	public Flux<LiveCard> followAll() {
		return open(null, (clientBuffer) -> Mono.empty());
	}

	private Flux<LiveCard> open(@Nullable String only, Function<ClientBuffer, Mono<Void>> first) {
		return Flux.defer(() -> {
			ClientBuffer clientBuffer = new ClientBuffer(only, this.properties.waiting());
			this.clients.add(clientBuffer);
			// a card that changes while it is read for the first time is signalled too
			return Flux.merge(1, clientBuffer.cards(), first.apply(clientBuffer).thenMany(Flux.<LiveCard>empty()))
				.publishOn(Schedulers.parallel(), 1)
				.doFinally((signal) -> this.clients.remove(clientBuffer));
		});
	}

	/**
	 * What a client has missed.
	 *
	 * @param cards the latest of those that changed, oldest first
	 * @param all whether these are all that changed
	 * @param readAt when they were read
	 */
	public record Missed(List<LiveCard> cards, boolean all, Instant readAt) {

	}

	/**
	 * The latest of the cards that changed in the last minutes, see
	 * {@link LiveProperties}. They are read once for all clients that come back at the
	 * same time, as after an instance has gone.
	 */
	public Mono<Missed> missed() {
		return this.missed;
	}

	private Mono<Missed> readMissed() {
		int most = this.properties.resumed();
		Instant now = this.clock.instant();
		return this.store
			.find(Filters.gte("writtenAt", Date.from(now.minus(this.properties.resume()))),
					Sorts.descending("writtenAt"), most + 1)
			.map(this::live)
			.collectList()
			.map((latest) -> new Missed(latest.stream().limit(most).toList().reversed(), latest.size() <= most, now));
	}

	/**
	 * What was missed, and then all cards whenever one changes. What changed since the
	 * missed ones were read is read once more, after this client is known: so there is no
	 * gap.
	 */
	public Flux<LiveCard> followAllAfter(Missed missed) {
		Flux<LiveCard> meanwhile = Flux.defer(
				() -> this.store
					.find(Filters.gte("writtenAt", Date.from(missed.readAt().minus(CLOCKS_DIFFER))),
							Sorts.ascending("writtenAt"), this.properties.waiting())
					.map(this::live));
		return Flux.merge(1, followAll(), Flux.fromIterable(missed.cards()), meanwhile);
	}

	/**
	 * Completes when the service stops.
	 */
	public Mono<Void> end() {
		return this.end.asMono();
	}

	void signal(Collection<String> candidates) {
		synchronized (this.signalled) {
			candidates.stream().filter(this::wanted).forEach(this.signalled::add);
			if (this.loading || this.signalled.isEmpty()) {
				return;
			}
			this.loading = true;
		}
		BackgroundWork.run("Live updates", Mono.defer(this::load).repeat(this::more));
	}

	/**
	 * Look again at every card that somebody follows by its id.
	 */
	void refresh() {
		signal(this.clients.stream().map(ClientBuffer::candidate).filter(Objects::nonNull).toList());
	}

	private boolean wanted(String candidate) {
		return this.clients.stream().anyMatch((clientBuffer) -> clientBuffer.wants(candidate));
	}

	private boolean more() {
		synchronized (this.signalled) {
			this.loading = !this.signalled.isEmpty();
			return this.loading;
		}
	}

	private Mono<Void> load() {
		List<String> candidates = next();
		return this.store.findAll(candidates)
			.collectList()
			.retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE))
			.flatMapIterable((found) -> found)
			.concatMap(this::send)
			.then();
	}

	/**
	 * A card that cannot be shown holds up no other.
	 */
	private Mono<Void> send(Stored<CardDocument> stored) {
		return Mono.<Void>fromRunnable(() -> deliver(live(stored))).onErrorResume((failure) -> {
			logger.error("Those who follow " + stored.id() + " do not see its latest change", failure);
			return Mono.empty();
		});
	}

	private List<String> next() {
		synchronized (this.signalled) {
			List<String> next = this.signalled.stream().limit(LOADED_AT_ONCE).toList();
			Iterator<String> taken = this.signalled.iterator();
			for (int i = 0; i < next.size(); i++) {
				taken.next();
				taken.remove();
			}
			return next;
		}
	}

	private LiveCard live(Stored<CardDocument> stored) {
		return new LiveCard(stored.state().card(), this.grading);
	}

	private void deliver(LiveCard card) {
		this.clients.stream()
			.filter((clientBuffer) -> clientBuffer.wants(card.candidateId()))
			.forEach((clientBuffer) -> clientBuffer.offer(card));
	}

	@Override
	public void start() {
		if (this.ended) {
			this.end = Sinks.empty();
			this.ended = false;
		}
		this.running = true;
	}

	/**
	 * Ends all streams, before the server waits for its last requests.
	 */
	@Override
	public void stop() {
		this.running = false;
		this.ended = true;
		this.end.tryEmitEmpty();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
