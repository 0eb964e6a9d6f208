package org.vivavoce.scoring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

import org.vivavoce.platform.security.AccessRule;
import org.vivavoce.platform.security.AccessRules;

/**
 * Who may call what of scoring-service: everybody, for what is theirs. Who is on a panel
 * is a matter of the sheets.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

	@Bean
	AccessRules scoreSheetsAccessRules() {
		return AccessRules.of(
				AccessRule.signedIn(HttpMethod.GET, "/api/v1/score-sheets", "/api/v1/score-sheets/{interviewId}",
						"/api/v1/score-sheets/{interviewId}/answers/{questionId}",
						"/api/v1/score-sheets/{interviewId}/recommendation"),
				AccessRule.signedIn(HttpMethod.PUT, "/api/v1/score-sheets/{interviewId}/answers/{questionId}",
						"/api/v1/score-sheets/{interviewId}/recommendation"));
	}

	@Bean
	AccessRules consoleAccessRules() {
		return AccessRules.of(
				AccessRule.signedIn(HttpMethod.GET, "/interviews/{id}/console", "/interviews/{id}/console/finish",
						"/interviews/{id}/console/closure", "/interviews/{id}/console/arrival",
						"/interviews/{id}/console/pulse"),
				AccessRule.signedIn(HttpMethod.POST, "/interviews/{id}/console/answers/{questionId}",
						"/interviews/{id}/console/answers/{questionId}/skip",
						"/interviews/{id}/console/recommendation"));
	}

}
