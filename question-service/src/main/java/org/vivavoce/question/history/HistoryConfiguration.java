package org.vivavoce.question.history;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.question.hub.QuestionHub;

/**
 * The comparison of revisions.
 */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

	@Bean
	RevisionComparer revisionComparer(QuestionHub hub) {
		return new RevisionComparer(hub);
	}

}
