package org.vivavoce.question.interview;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.question.candidate.CandidateDesk;
import org.vivavoce.question.exposure.ExposureRepository;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.kit.KitDesk;
import org.vivavoce.question.kit.KitRules;

/**
 * The store of interviews and what works on it.
 */
@Configuration(proxyBeanMethods = false)
class InterviewConfiguration {

	@Bean
	InterviewRepository interviewRepository(AggregateStores stores) {
		return new InterviewRepository(stores);
	}

	@Bean
	KnownQuestionsDesk knownQuestionsDesk(InterviewRepository interviews, ExposureRepository exposures,
			CandidateDesk candidates) {
		return new KnownQuestionsDesk(interviews, exposures, candidates);
	}

	@Bean
	PlanningDesk planningDesk(InterviewRepository interviews, QuestionHub hub, KnownQuestionsDesk known, KitDesk kits,
			CandidateDesk candidates, Clock clock) {
		return new PlanningDesk(interviews, hub, known, new KitChoiceDesk(kits), candidates, clock);
	}

	@Bean
	FormPlannerDesk formPlannerDesk(QuestionHub hub, KitDesk kits, KnownQuestionsDesk known) {
		return new FormPlannerDesk(hub, kits, known);
	}

	@Bean
	KitRules kitRules() {
		return new KitPlanner();
	}

	@Bean
	InterviewDesk interviewDesk(InterviewRepository interviews, CandidateDesk candidates) {
		return new InterviewDesk(interviews, candidates);
	}

	@Bean
	ServingDesk servingDesk(InterviewDesk desk, InterviewRepository interviews, QuestionHub hub, Clock clock) {
		return new ServingDesk(desk, interviews, hub, clock);
	}

}
