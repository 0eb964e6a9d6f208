package org.vivavoce.question.kit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.vivavoce.question.exposure.ExposureRepository;
import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.plan.Planning;
import org.vivavoce.question.plan.Proposal;

/**
 * Tries kits out.
 */
public final class KitTrialService {

	private final QuestionHub hub;

	private final ExposureRepository exposures;

	KitTrialService(QuestionHub hub, ExposureRepository exposures) {
		this.hub = hub;
		this.exposures = exposures;
	}

	/**
	 * Which of some kits interviews can be planned by now.
	 */
	public Mono<Set<Kit>> plannable(List<Kit> kits) {
		return Flux.fromStream(kits.stream().map(Kit::technology).distinct())
			.flatMap((technology) -> this.hub.outlines(technology).map((questions) -> Map.entry(technology, questions)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.publishOn(Schedulers.boundedElastic())
			.map((hub) -> kits.stream()
				.filter((kit) -> kit.obstacles(hub.getOrDefault(kit.technology(), List.of())).isEmpty())
				.collect(Collectors.toSet()));
	}

	/**
	 * What an interview would ask that is opened now, with a candidate whom nobody knows.
	 * @param seed null to draw by any, with an eye on what was asked lately
	 */
	public Mono<KitTrial> trial(Kit kit, @Nullable Long seed) {
		return trial(kit, (seed != null) ? seed : Planning.freshSeed(), seed != null);
	}

	public Mono<KitTrial> trial(Kit kit, long seed, boolean repeated) {
		return Mono.zip(this.hub.outlines(kit.technology()), this.exposures.served(kit.technology()))
			.publishOn(Schedulers.boundedElastic())
			.map((known) -> {
				Exposures exposures = new Exposures(known.getT2(), Set.of(), Set.of(), this.exposures.limits());
				Proposal.Basis basis = new Proposal.Basis(kit.technology(), kit.level(), known.getT1(), exposures);
				List<KitTrial.Row> rows = Proposal.of(kit.rules(), basis, seed, repeated)
					.plan()
					.stream()
					.map((question) -> new KitTrial.Row(question, null))
					.toList();
				return new KitTrial(kit.obstacles(known.getT1()), rows, seed, repeated);
			})
			.flatMap((trial) -> this.hub.texts(trial.keys()).map(trial::withPrompts));
	}

}
