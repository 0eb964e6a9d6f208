package org.vivavoce.question.editing;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.question.hub.OwnerRepository;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.hub.QuestionIndexer;
import org.vivavoce.question.hub.QuestionRepository;
import org.vivavoce.question.set.QuestionSet;

/**
 * What changes single questions.
 */
@Configuration(proxyBeanMethods = false)
class EditingConfiguration {

	@Bean
	UnlistedQuestions unlistedQuestions(QuestionHub hub) {
		return new UnlistedQuestions(hub);
	}

	@Bean
	QuestionReviser questionReviser(AggregateStore<QuestionSet> sets, QuestionRepository questions,
			QuestionIndexer listing, Clock clock) {
		return new QuestionReviser(sets, questions, listing, clock);
	}

	@Bean
	RetirementService retirementService(AggregateStore<QuestionSet> sets, QuestionRepository questions,
			QuestionIndexer listing, Clock clock) {
		return new RetirementService(sets, questions, listing, clock);
	}

	@Bean
	DraftService draftService(AggregateStore<QuestionSet> sets, OwnerRepository owners, Clock clock) {
		return new DraftService(sets, owners, clock);
	}

	@Bean
	QuestionPublisher questionPublisher(DraftService drafts, AggregateStore<QuestionSet> sets,
			QuestionRepository questions, QuestionIndexer listing, Clock clock) {
		return new QuestionPublisher(drafts, sets, questions, listing, clock);
	}

}
