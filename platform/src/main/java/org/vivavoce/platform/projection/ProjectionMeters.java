package org.vivavoce.platform.projection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import reactor.core.publisher.Mono;

import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.JsonNames;
import org.vivavoce.contracts.Topics;

/**
 * What is measured of one projection.
 */
final class ProjectionMeters {

	/**
	 * What the time of a batch is spent on.
	 */
	enum Step {

		LOAD, FOLD, WRITE, PUBLISH

	}

	private final MeterRegistry meters;

	/**
	 * What a projection is called without its generation, which has a tag of its own: who
	 * asks for the projection gets all that there are.
	 */
	private final Tags tags;

	private final Topics topics;

	private final List<Meter> own = new ArrayList<>();

	private final Map<Step, Timer> steps = new ConcurrentHashMap<>();

	private final Map<String, Counter> applied = new ConcurrentHashMap<>();

	private final Map<String, Counter> unreadable = new ConcurrentHashMap<>();

	private final Map<String, Counter> unwritable = new ConcurrentHashMap<>();

	private final DistributionSummary sizes;

	private final Counter notHandedOn;

	private final Counter loaded;

	private final Counter written;

	ProjectionMeters(MeterRegistry meters, Projection<?> projection, Topics topics, ProjectionProgress progress) {
		this.meters = meters;
		String[] parts = projection.name().split("@", 2);
		this.tags = Tags.of("projection", parts[0], "generation", (parts.length > 1) ? parts[1] : "1");
		this.topics = topics;
		gauge(progress, "vivavoce.projection.lag", "Events that wait to be applied in the partitions read here",
				ProjectionProgress::lag);
		this.own.add(Gauge.builder("vivavoce.projection.lag.age", progress, ProjectionProgress::age)
			.description("Age of the newest event that was applied while others wait")
			.baseUnit("seconds")
			.tags(this.tags)
			.register(meters));
		this.own.add(Gauge.builder("vivavoce.projection.stalled", progress, ProjectionProgress::stalledFor)
			.description("How long the present batch has been failing; 0 while all is well")
			.baseUnit("seconds")
			.tags(this.tags)
			.register(meters));
		for (Step step : Step.values()) {
			this.steps.put(step,
					keep(Timer.builder("vivavoce.projection.step")
						.description("What the time of a batch is spent on")
						.tags(this.tags.and("step", JsonNames.of(step)))
						.register(meters)));
		}
		this.sizes = keep(DistributionSummary.builder("vivavoce.projection.batch")
			.description("Events of a batch")
			.baseUnit("events")
			.tags(this.tags)
			.register(meters));
		this.loaded = documents("loaded");
		this.written = documents("written");
		this.notHandedOn = keep(Counter.builder("vivavoce.projection.not.handed.on")
			.description("Changed documents that are stored, but could not be published or indexed")
			.tags(this.tags)
			.register(meters));
		for (EventType type : projection.consumes()) {
			String topic = topics.name(type);
			this.applied.put(topic, counter(topic, "applied"));
			this.unreadable.put(topic, counter(topic, "unreadable"));
			this.unwritable.put(topic, counter(topic, "unwritable"));
		}
	}

	private void gauge(ProjectionProgress progress, String name, String description,
			ToDoubleFunction<ProjectionProgress> value) {
		this.own
			.add(Gauge.builder(name, progress, value).description(description).tags(this.tags).register(this.meters));
	}

	private Counter counter(String topic, String outcome) {
		return keep(Counter.builder("vivavoce.projection.events")
			.description("Events read, by what became of them")
			.tags(this.tags.and("topic", topic, "outcome", outcome))
			.register(this.meters));
	}

	private Counter documents(String operation) {
		return keep(Counter.builder("vivavoce.projection.documents")
			.description("Documents that the projection has asked the store for, or written")
			.tags(this.tags.and("operation", operation))
			.register(this.meters));
	}

	private <M extends Meter> M keep(M meter) {
		this.own.add(meter);
		return meter;
	}

	Timer step(Step step) {
		return Objects.requireNonNull(this.steps.get(step), "every step has a timer");
	}

	/**
	 * The time from the subscription to the end, however it ends.
	 */
	<T> Mono<T> timed(Step step, Mono<T> work) {
		return Mono.defer(() -> {
			Timer.Sample sample = Timer.start(this.meters);
			return work.doFinally((signal) -> sample.stop(step(step)));
		});
	}

	/**
	 * Count a batch that is done.
	 */
	void count(Batch batch, List<Unwritable> setAside) {
		Set<ConsumerRecord<byte[], byte[]>> left = Collections.newSetFromMap(new IdentityHashMap<>());
		setAside.forEach((each) -> left.add(each.message()));
		batch.events()
			.values()
			.stream()
			.flatMap(List::stream)
			.map(Batch.Readable::message)
			.forEach((message) -> increment(left.contains(message) ? this.unwritable : this.applied, message.topic()));
		batch.unreadable().forEach((each) -> increment(this.unreadable, each.message().topic()));
		this.sizes.record(batch.events().values().stream().mapToInt(List::size).sum() + batch.unreadable().size());
	}

	void loaded(int documents) {
		this.loaded.increment(documents);
	}

	void written(int documents) {
		this.written.increment(documents);
	}

	void notHandedOn() {
		this.notHandedOn.increment();
	}

	private static void increment(Map<String, Counter> counters, String topic) {
		Counter counter = counters.get(topic);
		if (counter != null) {
			counter.increment();
		}
	}

	/**
	 * The projection is gone.
	 */
	void remove() {
		this.own.forEach(this.meters::remove);
	}

}
