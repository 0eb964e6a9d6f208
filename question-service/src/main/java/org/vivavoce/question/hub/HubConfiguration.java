package org.vivavoce.question.hub;

import java.time.Clock;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.store.Indexes;

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
	RevisionComparisonDesk revisionComparisonDesk(QuestionHub hub) {
		return new RevisionComparisonDesk(hub);
	}

	@Bean
	UnlistedDesk unlistedDesk(QuestionHub hub) {
		return new UnlistedDesk(hub);
	}

	@Bean
	LintDesk lintDesk(QuestionHub hub) {
		return new LintDesk(hub);
	}

	@Bean
	SetOutlineRepository setOutlineRepository(ReactiveMongoDatabaseFactory databases, JsonMapper json) {
		return new SetOutlineRepository(databases, json);
	}

	@Bean
	ListingDesk listingDesk(AggregateStore<QuestionSet> sets, QuestionRepository questions) {
		return new ListingDesk(sets, questions);
	}

	@Bean
	OwnerRepository ownerRepository(ReactiveMongoDatabaseFactory databases) {
		return new OwnerRepository(databases);
	}

	@Bean
	ImportDesk importDesk(AggregateStore<QuestionSet> sets, ListingDesk listing, OwnerRepository owners,
			QuestionRepository questions, HubSettings settings, Clock clock) {
		return new ImportDesk(sets, listing, owners, questions,
				settings.shippedSets() ? ShippedSetRepository.all() : List.of(), clock);
	}

	@Bean
	RevisionDesk revisionDesk(AggregateStore<QuestionSet> sets, QuestionRepository questions, ListingDesk listing,
			Clock clock) {
		return new RevisionDesk(sets, questions, listing, clock);
	}

	@Bean
	RetirementDesk retirementDesk(AggregateStore<QuestionSet> sets, QuestionRepository questions, ListingDesk listing,
			Clock clock) {
		return new RetirementDesk(sets, questions, listing, clock);
	}

	@Bean
	DraftDesk draftDesk(AggregateStore<QuestionSet> sets, OwnerRepository owners, Clock clock) {
		return new DraftDesk(sets, owners, clock);
	}

	@Bean
	PublishingDesk publishingDesk(DraftDesk drafts, AggregateStore<QuestionSet> sets, QuestionRepository questions,
			ListingDesk listing, Clock clock) {
		return new PublishingDesk(drafts, sets, questions, listing, clock);
	}

}
