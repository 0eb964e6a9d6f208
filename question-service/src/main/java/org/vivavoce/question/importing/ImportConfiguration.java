package org.vivavoce.question.importing;

import java.time.Clock;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.question.hub.HubSettings;
import org.vivavoce.question.hub.OwnerRepository;
import org.vivavoce.question.hub.QuestionIndexer;
import org.vivavoce.question.hub.QuestionRepository;
import org.vivavoce.question.set.QuestionSet;

/**
 * The import of question sets.
 */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

	@Bean
	DocumentReader documentReader() {
		return new DocumentReader();
	}

	@Bean
	SetImporter setImporter(AggregateStore<QuestionSet> sets, QuestionIndexer listing, OwnerRepository owners,
			QuestionRepository questions, HubSettings settings, DocumentReader reader, Clock clock) {
		return new SetImporter(sets, listing, owners, questions,
				settings.shippedSets() ? ShippedSetRepository.all() : List.of(), reader, clock);
	}

}
