package org.vivavoce.platform.web;

import java.time.Duration;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.WebFilter;

/**
 * Lets pages of other origins read the API with a token of their own, where
 * {@code vivavoce.web.cors-origins} names them; nobody where it does not. Cookies are not
 * taken from there: another site would act for whoever is signed in.
 */
@Configuration(proxyBeanMethods = false)
public class CrossOriginReading {

	private static final Duration REMEMBERED = Duration.ofHours(1);

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE + 5)
	WebFilter otherOrigins(@Value("${vivavoce.web.cors-origins:}") List<String> origins) {
		if (origins.isEmpty()) {
			return (exchange, chain) -> chain.filter(exchange);
		}
		CorsConfiguration reading = new CorsConfiguration();
		reading.setAllowedOrigins(origins);
		reading.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name()));
		reading.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT, HttpHeaders.IF_NONE_MATCH,
				HttpHeaders.CACHE_CONTROL, "Last-Event-ID"));
		reading.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE));
		reading.setMaxAge(REMEMBERED);
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/api/**", reading);
		return new CorsWebFilter(source);
	}

}
