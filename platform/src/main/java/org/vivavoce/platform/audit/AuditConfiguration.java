package org.vivavoce.platform.audit;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.WebFilter;

import org.vivavoce.platform.security.AccessRule;
import org.vivavoce.platform.security.AccessRules;
import org.vivavoce.platform.security.Scopes;
import org.vivavoce.platform.store.Indexes;

/**
 * The audit log of every service.
 */
@Configuration(proxyBeanMethods = false)
@Import(AuditController.class)
public class AuditConfiguration {

	@Bean
	AccessRules auditAccess(@Value("${spring.application.name}") String service) {
		return AccessRules.of(AccessRule.scope(Scopes.ADMIN, HttpMethod.GET, "/api/v1/audit/" + service));
	}

	@Bean
	AuditLog auditLog(ReactiveMongoDatabaseFactory databases, Indexes indexes, Clock clock,
			@Value("${vivavoce.audit.retention:400d}") Duration retention) {
		return new AuditLog(databases, indexes, clock, retention);
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE + 1)
	AuditFilter auditFilter(AuditLog log, MeterRegistry meters, Clock clock,
			@Value("${vivavoce.audit.refusals-per-second:20}") int refusalsPerSecond) {
		return new AuditFilter(log, new RefusalLimit(refusalsPerSecond), meters, clock);
	}

	/**
	 * Behind Spring Security's filters.
	 */
	@Bean
	@Order(0)
	WebFilter auditBeforeChanges(AuditFilter audit) {
		return audit.beforeChanges();
	}

}
