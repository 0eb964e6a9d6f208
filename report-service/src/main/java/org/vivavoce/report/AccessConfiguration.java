package org.vivavoce.report;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

import org.vivavoce.platform.security.AccessRule;
import org.vivavoce.platform.security.AccessRules;
import org.vivavoce.platform.security.Scopes;

/**
 * Who may call what of report-service.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

	@Bean
	AccessRules scorecardsAccessRules() {
		return AccessRules
			.of(AccessRule.scope(Scopes.REPORTS_READ, HttpMethod.GET, "/api/v1/scorecards", "/api/v1/scorecards/stream",
					"/api/v1/scorecards/{candidateId}", "/api/v1/scorecards/{candidateId}/stream",
					"/api/v1/comparisons", "/scorecards", "/scorecards/{candidateId}", "/compare"));
	}

	@Bean
	AccessRules projectionsAccessRules() {
		return AccessRules.of(
				AccessRule.scope(Scopes.ADMIN, HttpMethod.GET, "/api/v1/projections/scorecards",
						"/api/v1/projections/scorecards/publications", "/api/v1/projections/scorecards/reconciliation"),
				AccessRule.scope(Scopes.ADMIN, HttpMethod.POST, "/api/v1/projections/scorecards/publications",
						"/api/v1/projections/scorecards/rebuild", "/api/v1/projections/scorecards/rebuild/cancel",
						"/api/v1/projections/scorecards/rebuild/discard",
						"/api/v1/projections/scorecards/rebuild/roll-back",
						"/api/v1/projections/scorecards/rebuild/swap"));
	}

	@Bean
	AccessRules deadLettersAccessRules() {
		return AccessRules.of(
				AccessRule.scope(Scopes.ADMIN, HttpMethod.GET, "/api/v1/dead-letters", "/api/v1/dead-letters/counts",
						"/api/v1/dead-letters/replays/{id}", "/api/v1/dead-letters/{id}", "/dead-letters",
						"/dead-letters/replays/new", "/dead-letters/replays/{id}", "/dead-letters/{id}"),
				AccessRule.scope(Scopes.ADMIN, HttpMethod.POST, "/api/v1/dead-letters/replay",
						"/api/v1/dead-letters/replays/{id}/cancel", "/api/v1/dead-letters/{id}/discard",
						"/api/v1/dead-letters/{id}/replay", "/dead-letters/replays",
						"/dead-letters/replays/{id}/cancel", "/dead-letters/{id}/discard",
						"/dead-letters/{id}/replay"));
	}

}
