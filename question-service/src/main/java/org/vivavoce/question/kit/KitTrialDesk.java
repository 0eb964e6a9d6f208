package org.vivavoce.question.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.vivavoce.question.exposure.ExposureRepository;
import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.hub.QuestionHub;

/**
 * Tries kits out.
 */
final class KitTrialDesk {

	private static final long SEEDS = 1_000_000_000;

	private final QuestionHub hub;

	private final ExposureRepository exposures;

	private final KitRules rules;

	KitTrialDesk(QuestionHub hub, ExposureRepository exposures, KitRules rules) {
		this.hub = hub;
		this.exposures = exposures;
		this.rules = rules;
	}

	static long freshSeed() {
		return ThreadLocalRandom.current().nextLong(SEEDS);
	}

	/**
	 * Which of some kits interviews can be planned by now.
	 */
	Mono<List<KitListPage.Row>> rows(List<Kit> kits) {
		return Flux.fromStream(kits.stream().map(Kit::technology).distinct())
			.flatMap((technology) -> this.hub.outlines(technology).map((questions) -> Map.entry(technology, questions)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.publishOn(Schedulers.boundedElastic())
			.map((hub) -> kits.stream()
				.map((kit) -> new KitListPage.Row(kit,
						this.rules.breaches(kit, hub.getOrDefault(kit.technology(), List.of())).isEmpty()))
				.toList());
	}

	/**
	 * What an interview would ask that is opened now, with a candidate whom nobody knows.
	 * @param seed null to draw by any, with an eye on what was asked lately
	 */
	Mono<KitTrial> trial(Kit kit, @Nullable Long seed) {
		return trial(kit, (seed != null) ? seed : freshSeed(), seed != null);
	}

	Mono<KitTrial> trial(Kit kit, long seed, boolean repeated) {
		return Mono.zip(this.hub.outlines(kit.technology()), this.exposures.served(kit.technology()))
			.publishOn(Schedulers.boundedElastic())
			.map((known) -> {
				Exposures exposures = new Exposures(known.getT2(), Set.of(), Set.of(), this.exposures.limits());
				List<KitTrial.Row> rows = new ArrayList<>();
				this.rules.asked(kit, known.getT1(), exposures, seed, repeated)
					.forEach((asked) -> rows.add(new KitTrial.Row(rows.size() + 1, asked, null)));
				return new KitTrial(this.rules.breaches(kit, known.getT1()), rows, seed, repeated);
			})
			.flatMap((trial) -> this.hub.texts(trial.keys()).map(trial::withPrompts));
	}

}
