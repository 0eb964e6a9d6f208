package org.vivavoce.question.hub;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.store.Indexes;
import org.vivavoce.question.set.QuestionSet;

/**
 * The hub and its stores.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HubSettings.class)
class HubConfiguration {

	@Bean
	AggregateStore<QuestionSet> questionSets(AggregateStores stores) {
		return stores.create(SetOutlineRepository.COLLECTION, QuestionSet.class);
	}

	@Bean
	QuestionRepository questionRepository(ReactiveMongoDatabaseFactory databases, Indexes indexes, JsonMapper json) {
		indexes.want(QuestionRepository.COLLECTION, QuestionRepository.INDEXES);
		return new QuestionRepository(databases, json);
	}

	@Bean
	QuestionHub questionHub(AggregateStore<QuestionSet> sets, QuestionRepository questions,
			SetOutlineRepository outlines) {
		return new QuestionHub(sets, questions, outlines);
	}

	@Bean
	SetOutlineRepository setOutlineRepository(ReactiveMongoDatabaseFactory databases, JsonMapper json) {
		return new SetOutlineRepository(databases, json);
	}

	@Bean
	QuestionIndexer questionIndexer(AggregateStore<QuestionSet> sets, QuestionRepository questions) {
		return new QuestionIndexer(sets, questions);
	}

	@Bean
	OwnerRepository ownerRepository(ReactiveMongoDatabaseFactory databases) {
		return new OwnerRepository(databases);
	}

}
