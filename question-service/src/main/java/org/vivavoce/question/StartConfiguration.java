package org.vivavoce.question;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.question.candidate.CandidateService;
import org.vivavoce.question.hub.HubSettings;
import org.vivavoce.question.importing.SetImporter;

/**
 * What has to be done before the service is ready.
 */
@Configuration(proxyBeanMethods = false)
class StartConfiguration {

	@Bean
	StartWork startWork(SetImporter hub, CandidateService candidates, HubSettings settings) {
		return new StartWork(hub.prepare().then(candidates.finishPurges()), settings.patience());
	}

}
