package org.vivavoce.question.candidate;

import java.time.Clock;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.platform.store.AggregateStores;

/**
 * The store of candidates.
 */
@Configuration(proxyBeanMethods = false)
class CandidateConfiguration {

	@Bean
	CandidateService candidateService(AggregateStores stores, PersonalData personalData, Clock clock) {
		return new CandidateService(
				stores.create("candidates", Candidate.class, new IndexModel(Indexes.ascending("state.purging"))),
				personalData, clock);
	}

}
