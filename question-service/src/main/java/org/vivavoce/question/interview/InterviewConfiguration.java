package org.vivavoce.question.interview;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.question.candidate.CandidateService;
import org.vivavoce.question.exposure.ExposureRepository;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.kit.KitService;

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
	KnownQuestions knownQuestions(InterviewRepository interviews, ExposureRepository exposures,
			CandidateService candidates) {
		return new KnownQuestions(interviews, exposures, candidates);
	}

	@Bean
	InterviewPlanner interviewPlanner(InterviewRepository interviews, QuestionHub hub, KnownQuestions known,
			KitService kits, CandidateService candidates, Clock clock) {
		return new InterviewPlanner(interviews, hub, known, new KitSelector(kits), candidates, clock);
	}

	@Bean
	InterviewLookup interviewLookup(InterviewRepository interviews, CandidateService candidates) {
		return new InterviewLookup(interviews, candidates);
	}

	@Bean
	ServingService servingService(InterviewLookup lookup, InterviewRepository interviews, QuestionHub hub,
			Clock clock) {
		return new ServingService(lookup, interviews, hub, clock);
	}

}
