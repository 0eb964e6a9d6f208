package org.vivavoce.question.lint;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.question.hub.QuestionHub;

/**
 * What looks over the questions.
 */
@Configuration(proxyBeanMethods = false)
class LintConfiguration {

	@Bean
	LintService lintService(QuestionHub hub) {
		return new LintService(hub);
	}

}
