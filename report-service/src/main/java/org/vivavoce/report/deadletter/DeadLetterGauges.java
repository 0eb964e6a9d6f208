package org.vivavoce.report.deadletter;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;

import org.vivavoce.contracts.Topics;
import org.vivavoce.platform.background.BackgroundWork;
import org.vivavoce.platform.outage.Outage;

/**
 * {@code vivavoce.dead.letters}: how many dead letters wait, by topic. Counted in the
 * store, so that it is the same in every instance and after every start.
 */
final class DeadLetterGauges implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(DeadLetterGauges.class);

	private final Outage outage = new Outage(logger);

	private final Map<String, AtomicLong> waiting = new ConcurrentHashMap<>();

	private final DeadLetterCounts counts;

	private final DeadLetterProperties properties;

	private volatile Disposable counting = Disposables.disposed();

	private volatile boolean running;

	DeadLetterGauges(DeadLetterCounts counts, DeadLetterProperties properties, MeterRegistry meters, Topics topics) {
		this.counts = counts;
		this.properties = properties;
		DeadLetterCollector.topics(topics)
			.stream()
			.filter((topic) -> topic.endsWith(Topics.DEAD_LETTER_SUFFIX))
			.map((topic) -> topic.substring(0, topic.length() - Topics.DEAD_LETTER_SUFFIX.length()))
			.forEach((topic) -> {
				AtomicLong count = new AtomicLong();
				this.waiting.put(topic, count);
				Gauge.builder("vivavoce.dead.letters", count, AtomicLong::doubleValue)
					.description("Dead letters that wait for a decision")
					.tag("topic", topic)
					.register(meters);
			});
	}

	@Override
	public void start() {
		this.running = true;
		this.counting = BackgroundWork.repeat("Counting dead letters", Duration.ZERO, this.properties.countInterval(),
				this::count);
	}

	private Mono<Void> count() {
		return this.counts.waiting()
			.doOnNext(this::show)
			.then()
			.doOnSuccess((done) -> this.outage.ends("Dead letters are counted"))
			.onErrorResume((failure) -> {
				this.outage.begins("Dead letters are not counted: " + failure.getMessage());
				return Mono.empty();
			});
	}

	private void show(Map<String, Long> byTopic) {
		this.waiting.forEach((topic, count) -> count.set(byTopic.getOrDefault(topic, 0L)));
	}

	@Override
	public void stop() {
		this.counting.dispose();
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
