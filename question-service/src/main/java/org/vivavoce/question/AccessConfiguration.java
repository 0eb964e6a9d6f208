package org.vivavoce.question;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

import org.vivavoce.platform.security.AccessRule;
import org.vivavoce.platform.security.AccessRules;
import org.vivavoce.platform.security.Scopes;

/**
 * Who may call what of question-service. Who is on the panel of an interview is a matter
 * of {@code InterviewLookup}.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

	@Bean
	AccessRules questionsAccessRules() {
		return AccessRules.of(AccessRule.scope(Scopes.QUESTIONS_READ, HttpMethod.GET, "/api/v1/question-sets",
				"/api/v1/question-sets/{id}", "/api/v1/question-sets/{id}/findings",
				"/api/v1/question-sets/{id}/retired", "/api/v1/questions", "/api/v1/questions/{id}",
				"/api/v1/questions/{id}/changes", "/api/v1/questions/{id}/exposure", "/api/v1/questions/{id}/revisions",
				"/api/v1/kits", "/api/v1/kits/{id}", "/api/v1/kits/{id}/trial", "/api/v1/kits/{id}/versions"),
				AccessRule.scope(Scopes.QUESTIONS_WRITE, HttpMethod.GET, "/api/v1/question-sets/{id}/drafts",
						"/api/v1/questions/{id}/draft"),
				AccessRule.scope(Scopes.QUESTIONS_WRITE, HttpMethod.POST, "/api/v1/question-sets",
						"/api/v1/question-sets/preview", "/api/v1/questions/{id}/publish",
						"/api/v1/questions/{id}/restore", "/api/v1/questions/{id}/retire"),
				AccessRule.scope(Scopes.QUESTIONS_WRITE, HttpMethod.PUT, "/api/v1/questions/{id}",
						"/api/v1/questions/{id}/draft", "/api/v1/kits/{id}"),
				AccessRule.scope(Scopes.QUESTIONS_WRITE, HttpMethod.DELETE, "/api/v1/questions/{id}/draft",
						"/api/v1/kits/{id}"));
	}

	@Bean
	AccessRules hubAccessRules() {
		return AccessRules.of(
				AccessRule.scope(Scopes.QUESTIONS_READ, HttpMethod.GET, "/hub", "/hub/guide", "/hub/lint",
						"/hub/retired", "/hub/sets/{id}/export", "/hub/questions/{id}", "/hub/questions/{id}/changes",
						"/hub/kits", "/hub/kits/{id}", "/hub/kits/{id}/trial"),
				AccessRule.scope(Scopes.QUESTIONS_WRITE, HttpMethod.GET, "/hub/import", "/hub/new", "/hub/drafts",
						"/hub/questions/{id}/edit", "/hub/new-kit", "/hub/kits/{id}/edit"),
				AccessRule.scope(Scopes.QUESTIONS_WRITE, HttpMethod.POST, "/hub/import", "/hub/new",
						"/hub/questions/{id}/edit", "/hub/questions/{id}/discard", "/hub/questions/{id}/retire",
						"/hub/questions/{id}/restore", "/hub/new-kit", "/hub/new-kit/preview", "/hub/kits/{id}/edit",
						"/hub/kits/{id}/edit/preview", "/hub/kits/{id}/retire", "/hub/kits/{id}/restore"),
				// lead back to their forms, which have rules of their own
				AccessRule.signedIn(HttpMethod.GET, "/hub/new-kit/preview", "/hub/kits/{id}/edit/preview"),
				AccessRule.scope(Scopes.INTERVIEWS_WRITE, HttpMethod.GET, "/hub/interview"));
	}

	@Bean
	AccessRules interviewsAccessRules() {
		return AccessRules.of(
				AccessRule.scope(Scopes.INTERVIEWS_READ, HttpMethod.GET, "/api/v1/interviews",
						"/api/v1/candidates/{id}", "/interviews"),
				AccessRule.scope(Scopes.INTERVIEWS_WRITE, HttpMethod.GET, "/interviews/new"),
				AccessRule.scope(Scopes.INTERVIEWS_WRITE, HttpMethod.POST, "/api/v1/interviews", "/interviews/new",
						"/interviews/new/preview"),
				AccessRule.scope(Scopes.INTERVIEWS_WRITE, HttpMethod.PUT, "/api/v1/candidates/{id}"),
				AccessRule.scope(Scopes.INTERVIEWS_WRITE, HttpMethod.DELETE, "/api/v1/candidates/{id}"),
				AccessRule.signedIn(HttpMethod.GET, "/api/v1/interviews/{id}", "/interviews/{id}",
						"/interviews/{id}/plan-panel", "/interviews/new/preview"),
				AccessRule.signedIn(HttpMethod.POST, "/api/v1/interviews/{id}/served", "/api/v1/interviews/{id}/close",
						"/interviews/{id}/next", "/interviews/{id}/close"));
	}

}
