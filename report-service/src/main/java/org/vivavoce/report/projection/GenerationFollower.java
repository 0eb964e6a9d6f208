package org.vivavoce.report.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import org.vivavoce.platform.background.BackgroundWork;
import org.vivavoce.platform.outage.Outage;
import org.vivavoce.platform.projection.ProjectionContainers;
import org.vivavoce.report.generation.Build;
import org.vivavoce.report.generation.GenerationName;
import org.vivavoce.report.generation.GenerationStore;
import org.vivavoce.report.generation.Generations;
import org.vivavoce.report.generation.RebuildProperties;
import org.vivavoce.report.scorecard.Grading;

/**
 * Makes this instance do what the generations' document says, again and again: fold the
 * generations that are to be folded, and take the steps that are due. All instances do
 * the same; a step that another one has taken already changes nothing.
 */
@Component
class GenerationFollower implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(GenerationFollower.class);

	private static final String ITSELF = "report-service";

	private final GenerationStore generations;

	private final GenerationCollections collections;

	private final ProjectionContainers containers;

	private final ScorecardPublisher publisher;

	private final PublicationRepairs repairs;

	private final RebuildProgress progress;

	private final RebuildWork work;

	private final Grading grading;

	private final RebuildProperties properties;

	private volatile Disposable following = Disposables.disposed();

	private volatile boolean running;

	GenerationFollower(GenerationStore generations, GenerationCollections collections, ProjectionContainers containers,
			ScorecardPublisher publisher, PublicationRepairs repairs, RebuildProgress progress, RebuildWork work,
			Grading grading, RebuildProperties properties) {
		this.generations = generations;
		this.collections = collections;
		this.containers = containers;
		this.publisher = publisher;
		this.repairs = repairs;
		this.progress = progress;
		this.work = work;
		this.grading = grading;
		this.properties = properties;
	}

	@Override
	public void start() {
		this.running = true;
		this.following = Disposables.composite(repeatedly(follow()), repeatedly(this.work.next(this.generations)),
				repeatedly(this.repairs.next()));
	}

	private Disposable repeatedly(Mono<Void> step) {
		Outage outage = new Outage(logger);
		return BackgroundWork.repeat("Following the generations", Duration.ZERO, this.properties.interval(),
				() -> step.doOnSuccess((done) -> outage.ends("Generations are followed again"))
					.onErrorResume((failure) -> {
						// what is interrupted by the end of the service is no outage
						if (this.running) {
							outage.begins("Generations are followed later: "
									+ NestedExceptionUtils.getMostSpecificCause(failure));
						}
						return Mono.empty();
					}));
	}

	private Mono<Void> follow() {
		return Mono.defer(this.generations::load)
			.publishOn(Schedulers.boundedElastic())
			.flatMap((now) -> fold(now).then(observe(now)).then(drop(now)).then(comparePublished(now)));
	}

	/**
	 * Let go first, so that nobody folds into what is dropped.
	 */
	private Mono<Void> fold(Generations now) {
		Set<String> wanted = now.folded().stream().map(GenerationName::projection).collect(Collectors.toSet());
		this.containers.names().stream().filter((name) -> !wanted.contains(name)).forEach(this.containers::end);
		return Flux.fromIterable(now.folded())
			.filter((generation) -> !this.containers.names().contains(GenerationName.projection(generation)))
			.concatMap((generation) -> this.collections.create(generation)
				.publishOn(Schedulers.boundedElastic())
				.doOnSuccess((created) -> this.containers.run(projection(generation))))
			.then();
	}

	private ScorecardProjection projection(int generation) {
		return new ScorecardProjection(generation, this.collections.store(generation), this.grading, this.generations,
				this.publisher);
	}

	private Mono<Void> observe(Generations now) {
		Build build = now.building();
		if (build == null || !build.seeded()) {
			return Mono.empty();
		}
		int generation = build.generation();
		return this.progress.lag(generation).flatMap((lag) -> {
			boolean keepsUp = lag <= this.properties.maxLag();
			return this.generations.change((current) -> current.keepsUp(generation, keepsUp, this.generations.now()));
		}).flatMap((current) -> {
			Build observed = current.building();
			return (observed != null && observed.swapsByItself()) ? swap(observed.generation()) : Mono.empty();
		});
	}

	private Mono<Void> swap(int generation) {
		return this.generations.change((current) -> {
			Build build = current.building();
			boolean still = build != null && build.generation() == generation && build.swapsByItself();
			return still ? current.swap(ITSELF, this.generations.now(), this.properties.grace()) : current;
		}).doOnNext((current) -> logger.info("Generation " + current.live() + " of the scorecards is live")).then();
	}

	private Mono<Void> drop(Generations now) {
		Instant before = this.generations.now().minus(this.properties.grace());
		return Flux.fromIterable(now.retired())
			.filter((retired) -> retired.at().isBefore(before))
			.concatMap((retired) -> this.collections.drop(retired.generation())
				.then(this.generations.change((current) -> current.dropped(retired.generation()))))
			.then();
	}

	/**
	 * The request is stored before its time is removed here, so that none is lost.
	 */
	private Mono<Void> comparePublished(Generations now) {
		Instant at = now.publishAt();
		if (at == null || at.isAfter(this.generations.now())) {
			return Mono.empty();
		}
		return this.repairs.request(ITSELF)
			.then(this.generations
				.change((current) -> at.equals(current.publishAt()) ? current.withoutPublishAt() : current))
			.then();
	}

	@Override
	public void stop() {
		this.running = false;
		this.following.dispose();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Starts after the containers and stops before them.
	 */
	@Override
	public int getPhase() {
		return DEFAULT_PHASE - 50;
	}

}
