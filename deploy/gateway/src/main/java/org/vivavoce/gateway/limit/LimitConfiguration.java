package org.vivavoce.gateway.limit;

import com.github.benmanes.caffeine.cache.Ticker;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebFilter;

/**
 * Limits of requests.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
public class LimitConfiguration {

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE + 6)
	WebFilter requestLimitFilter(LimitProperties properties) {
		return new RequestLimitFilter(properties, Ticker.systemTicker());
	}

}
