package org.vivavoce.question.interview.planner;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.interview.KnownQuestions;
import org.vivavoce.question.kit.KitService;

/**
 * What the form that plans an interview needs.
 */
@Configuration(proxyBeanMethods = false)
class PlannerConfiguration {

	@Bean
	PlanFormService planFormService(QuestionHub hub, KitService kits, KnownQuestions known) {
		return new PlanFormService(hub, kits, known);
	}

}
