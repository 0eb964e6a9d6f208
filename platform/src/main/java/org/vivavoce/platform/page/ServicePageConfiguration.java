package org.vivavoce.platform.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

import org.vivavoce.platform.security.AccessRule;
import org.vivavoce.platform.security.AccessRules;

/**
 * The pages of a service that has some of its own.
 */
@Configuration(proxyBeanMethods = false)
@Import({ PageConfiguration.class, PageModel.class, HomeController.class })
public class ServicePageConfiguration {

	@Bean
	AccessRules homeAccess() {
		return AccessRules.of(AccessRule.signedIn(HttpMethod.GET, "/"));
	}

}
