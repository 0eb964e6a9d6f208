package org.vivavoce.question.kit;

import java.time.Clock;

import jakarta.validation.Validator;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.question.exposure.ExposureRepository;
import org.vivavoce.question.hub.QuestionHub;

/**
 * The store of kits and what works on it.
 */
@Configuration(proxyBeanMethods = false)
class KitConfiguration {

	@Bean
	KitDesk kitDesk(AggregateStores stores, QuestionHub hub, KitRules rules, Clock clock) {
		return new KitDesk(stores.create("kits", KitHistory.class), hub, rules, clock);
	}

	@Bean
	KitTrialDesk kitTrialDesk(QuestionHub hub, ExposureRepository exposures, KitRules rules) {
		return new KitTrialDesk(hub, exposures, rules);
	}

	@Bean
	KitFormDesk kitFormDesk(KitDesk kits, KitTrialDesk trials, QuestionHub hub, Validator validator) {
		return new KitFormDesk(kits, trials, hub, validator);
	}

}
