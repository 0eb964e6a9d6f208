package org.vivavoce.question.hub;

import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.store.Indexes;

/**
 * The hub and its stores.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HubSettings.class)
class HubConfiguration {

	@Bean
	QuestionHub questionHub(AggregateStores stores, ReactiveMongoDatabaseFactory databases, Indexes indexes,
			JsonMapper json, HubSettings settings) {
		indexes.want(QuestionRepository.COLLECTION, QuestionRepository.INDEXES);
		List<QuestionSetDraft> shipped = settings.shippedSets() ? ShippedSetRepository.all() : List.of();
		return new QuestionHub(stores.create("question-sets", QuestionSet.class),
				new QuestionRepository(databases, json), new OwnerRepository(databases), shipped);
	}

}
