package org.vivavoce.report;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.report.generation.GenerationStore;
import org.vivavoce.report.generation.Generations;
import org.vivavoce.report.generation.RebuildProperties;
import org.vivavoce.report.projection.PublicationRepair;
import org.vivavoce.report.scorecard.CardDocument;
import org.vivavoce.report.scorecard.Grading;

@Configuration(proxyBeanMethods = false)
class ScorecardConfiguration {

	@Bean
	Grading grading(ScoringProperties scoring) {
		return new Grading(scoring.rules());
	}

	@Bean
	GenerationStore generationStore(AggregateStores stores, RebuildProperties properties, Clock clock) {
		return new GenerationStore(stores.create("projection-generations", Generations.class), properties, clock);
	}

	/**
	 * Whichever generation is live: all readers change over at once.
	 */
	@Bean
	AggregateStore<CardDocument> scorecardStore(AggregateStores stores, GenerationStore generations) {
		return stores.at(generations.liveCollection(), CardDocument.class);
	}

	@Bean
	AggregateStore<PublicationRepair> publicationRepairStore(AggregateStores stores) {
		return stores.create("scorecard-publications", PublicationRepair.class);
	}

}
