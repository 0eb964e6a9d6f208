package org.vivavoce.question.kit;

import java.time.Clock;

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
	KitService kitService(AggregateStores stores, QuestionHub hub, Clock clock) {
		return new KitService(stores.create("kits", KitHistory.class), hub, clock);
	}

	@Bean
	KitTrialService kitTrialService(QuestionHub hub, ExposureRepository exposures) {
		return new KitTrialService(hub, exposures);
	}

}
