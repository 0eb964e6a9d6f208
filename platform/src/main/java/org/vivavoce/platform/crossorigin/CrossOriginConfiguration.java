package org.vivavoce.platform.crossorigin;

import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebFilter;

/**
 * For each service, and for the gateway.
 */
@Configuration(proxyBeanMethods = false)
public class CrossOriginConfiguration {

	/**
	 * Before the filters that ask for a token: a browser sends none ahead of a request.
	 */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE + 5)
	WebFilter crossOriginFilter(@Value("${vivavoce.web.cors-origins:}") List<String> origins) {
		return new CrossOriginFilter(origins);
	}

}
