package org.vivavoce.question.kit.page;

import jakarta.validation.Validator;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.kit.KitService;
import org.vivavoce.question.kit.KitTrialService;

/**
 * What the form of a kit needs.
 */
@Configuration(proxyBeanMethods = false)
class KitPageConfiguration {

	@Bean
	KitFormService kitFormService(KitService kits, KitTrialService trials, QuestionHub hub, Validator validator) {
		return new KitFormService(kits, trials, hub, validator);
	}

}
