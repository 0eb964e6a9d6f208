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
	PlanningDesk planningDesk(InterviewRepository interviews, QuestionHub hub, ExposureRepository exposures,
			KitDesk kits, CandidateDesk candidates, Clock clock) {
		return new PlanningDesk(interviews, hub, exposures, new KitChoiceDesk(kits), candidates, clock);
	}

	@Bean
	KitRules kitRules() {
		return (kit, hub) -> new PlanCheck(kit.technology(), hub, PlanRules.of(kit)).reasons()
			.stream()
			.map((reason) -> new KitRules.Breach(reason.pointer(), reason.message()))
			.toList();
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
