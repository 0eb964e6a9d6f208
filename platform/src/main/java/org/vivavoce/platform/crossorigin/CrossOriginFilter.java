package org.vivavoce.platform.crossorigin;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.start.SettingsException;

/**
 * Lets scripts of allowed origins read the APIs with a bearer token (CORS). Cookies are
 * never allowed, writes neither. What comes from here, or from no browser, is not
 * affected.
 */
final class CrossOriginFilter implements WebFilter {

	private static final String API = "/api/";

	private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[^/?#\\s]+");

	private final DefaultCorsProcessor processor = new DefaultCorsProcessor();

	private final @Nullable CorsConfiguration allowed;

	/**
	 * Set the origins.
	 * @param origins for example {@code https://dashboards.example.org},
	 * {@code https://*.example.org} or {@code *}
	 * @throws SettingsException for what is no origin
	 */
	CrossOriginFilter(List<String> origins) {
		origins.stream().filter((origin) -> !ORIGIN.matcher(origin).matches()).findFirst().ifPresent((wrong) -> {
			throw new SettingsException("vivavoce.web.cors-origins has '" + wrong
					+ "': expected is an origin such as https://dashboards.example.org, without a path.");
		});
		this.allowed = origins.isEmpty() ? null : configuration(origins);
	}

	private static CorsConfiguration configuration(List<String> origins) {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOriginPatterns(origins);
		configuration.setAllowedMethods(List.of("GET", "HEAD"));
		configuration
			.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT, HttpHeaders.IF_NONE_MATCH,
					HttpHeaders.CACHE_CONTROL, HttpHeaders.CONTENT_TYPE, "Last-Event-ID", "traceparent"));
		configuration.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER,
				HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.WWW_AUTHENTICATE));
		configuration.setAllowCredentials(false);
		configuration.setMaxAge(Duration.ofHours(1));
		return configuration;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		boolean ahead = CorsUtils.isPreFlightRequest(request);
		if (this.allowed == null || !request.getPath().value().startsWith(API) || isOwn(request)) {
			return ahead ? refuse() : chain.filter(exchange);
		}
		if (!this.processor.process(this.allowed, exchange)) {
			return refuse();
		}
		if (ahead) {
			exchange.getResponse().setStatusCode(HttpStatus.OK);
			return exchange.getResponse().setComplete();
		}
		return chain.filter(exchange);
	}

	/**
	 * Whether the page comes from the address that the browser has asked; only a proxy in
	 * front knows whether that was by HTTPS.
	 */
	private static boolean isOwn(ServerHttpRequest request) {
		String origin = request.getHeaders().getOrigin();
		String host = request.getHeaders().getFirst(HttpHeaders.HOST);
		return origin != null && host != null && origin.endsWith("://" + host);
	}

	private static Mono<Void> refuse() {
		return Mono
			.error(() -> new ProblemException(ProblemTypes.FORBIDDEN, "Scripts of this origin may not do this here"));
	}

}
