package org.vivavoce.scoring.projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.scoring.sheet.Candidate;
import org.vivavoce.scoring.sheet.InterviewSheet;
import org.vivavoce.scoring.store.Forgetting;

@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

	@Bean
	SheetProjection sheetProjection(AggregateStore<InterviewSheet> store, Forgetting forgetting) {
		return new SheetProjection(store, forgetting);
	}

	@Bean
	CandidateProjection candidateProjection(AggregateStore<Candidate> store, Forgetting forgetting) {
		return new CandidateProjection(store, forgetting);
	}

}
