package org.vivavoce.platform.outbox;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

import org.vivavoce.platform.security.AccessRule;
import org.vivavoce.platform.security.AccessRules;
import org.vivavoce.platform.security.Scopes;

/**
 * The API of the events that Kafka has refused.
 */
@Configuration(proxyBeanMethods = false)
@Import(OutboxController.class)
public class OutboxConfiguration {

	@Bean
	AccessRules outboxAccess(@Value("${spring.application.name}") String service) {
		String path = "/api/v1/outbox/" + service;
		return AccessRules.of(AccessRule.scope(Scopes.ADMIN, HttpMethod.GET, path),
				AccessRule.scope(Scopes.ADMIN, HttpMethod.POST, path + "/send-again"));
	}

}
