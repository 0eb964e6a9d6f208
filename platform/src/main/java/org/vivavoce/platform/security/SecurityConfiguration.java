package org.vivavoce.platform.security;

import java.time.Duration;
import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtGrantedAuthoritiesConverterAdapter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import org.vivavoce.platform.problem.ProblemWriter;

/**
 * Every request needs a valid token, except for health, assets and the API's
 * documentation, and has to fit the {@link AccessRules}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(SecurityProperties.class)
public class SecurityConfiguration {

	private static final Duration HSTS = Duration.ofDays(365);

	@Bean
	SecurityWebFilterChain securityWebFilterChain(ServerHttpSecurity http, ProblemWriter problems,
			ObjectProvider<AccessRules> rules, ObjectProvider<HandlerMapping> mappings) {
		return http
			.authorizeExchange((exchange) -> authorize(exchange,
					rules.orderedStream().flatMap((each) -> each.rules().stream()).toList(),
					new ClosedByDefault(mappings)))
			.oauth2ResourceServer((server) -> server.bearerTokenConverter(new BearerOrCookie())
				.authenticationEntryPoint(problems)
				.accessDeniedHandler(problems)
				.jwt((jwt) -> {
				}))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
			.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
			// CrossSiteFilter protects writes by cookie without a session
			.csrf(CsrfSpec::disable)
			.formLogin(FormLoginSpec::disable)
			.httpBasic(HttpBasicSpec::disable)
			.logout(LogoutSpec::disable)
			.requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
			.addFilterBefore(new CrossSiteFilter(), SecurityWebFiltersOrder.AUTHENTICATION)
			.addFilterAfter(SecurityConfiguration::remember,
					SecurityWebFiltersOrder.SECURITY_CONTEXT_SERVER_WEB_EXCHANGE)
			.headers((headers) -> headers.cache(ServerHttpSecurity.HeaderSpec.CacheSpec::disable)
				.hsts((hsts) -> hsts.maxAge(HSTS))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
			.build();
	}

	private static void authorize(AuthorizeExchangeSpec exchange, List<AccessRule> rules, ClosedByDefault otherwise) {
		exchange.pathMatchers("/actuator/health/**", "/docs/**", "/assets/**").permitAll();
		exchange.pathMatchers(HttpMethod.OPTIONS).authenticated();
		for (AccessRule rule : rules) {
			for (String path : rule.paths()) {
				for (HttpMethod method : rule.methods()) {
					exchange.pathMatchers(method, path).access(new RequiredScope(path, rule.scopes()));
				}
			}
		}
		exchange.anyExchange().access(otherwise);
	}

	@Bean
	AccessRules figuresOfOperation() {
		return AccessRules.of(new AccessRule(HttpMethod.GET, List.of("/actuator/prometheus"),
				List.of(Scopes.METRICS_READ, Scopes.ADMIN)));
	}

	/**
	 * What handles errors stands outside of the filters that know who calls.
	 */
	private static Mono<Void> remember(ServerWebExchange exchange, WebFilterChain chain) {
		return exchange.getPrincipal()
			.ofType(JwtAuthenticationToken.class)
			.doOnNext((token) -> exchange.getAttributes().put(Caller.ATTRIBUTE, Caller.of(token)))
			.then(chain.filter(exchange));
	}

	/**
	 * Answers belong to the caller: caches keep them for that caller alone and ask before
	 * they use them. A response that sets its own policy keeps it.
	 */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	WebFilter responseHeaders() {
		return (exchange, chain) -> {
			exchange.getResponse().beforeCommit(() -> {
				HttpHeaders headers = exchange.getResponse().getHeaders();
				if (!headers.containsHeader(HttpHeaders.CACHE_CONTROL)) {
					headers.setCacheControl("private, no-cache");
				}
				if (MediaType.TEXT_EVENT_STREAM.isCompatibleWith(headers.getContentType())) {
					// proxies such as nginx would keep events until there are many
					headers.set("X-Accel-Buffering", "no");
				}
				if (!headers.containsHeader("Content-Security-Policy")) {
					headers.set("Content-Security-Policy",
							isPage(headers) ? ContentSecurityPolicy.PAGE : ContentSecurityPolicy.DATA);
				}
				return Mono.empty();
			});
			return chain.filter(exchange);
		};
	}

	private static boolean isPage(HttpHeaders headers) {
		return MediaType.TEXT_HTML.isCompatibleWith(headers.getContentType());
	}

	@Bean
	OAuth2TokenValidator<Jwt> personAndExpiry(SecurityProperties properties) {
		return new PersonAndExpiry(properties.personClaim());
	}

	/**
	 * Plain tokens, and access tokens as RFC 9068 has them.
	 */
	@Bean
	JwtTypeValidator tokenTypes() {
		JwtTypeValidator types = new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt");
		types.setAllowEmpty(true);
		return types;
	}

	@Bean
	ReactiveJwtAuthenticationConverter personAndRights(SecurityProperties properties) {
		ReactiveJwtAuthenticationConverter converter = new ReactiveJwtAuthenticationConverter();
		converter.setPrincipalClaimName(properties.personClaim());
		converter.setJwtGrantedAuthoritiesConverter(
				new ReactiveJwtGrantedAuthoritiesConverterAdapter(new TokenRights(properties.grants())));
		return converter;
	}

	@Bean
	WebFluxConfigurer callerArguments() {
		return new WebFluxConfigurer() {
			@Override
			public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
				configurer.addCustomResolver(new CallerArgumentResolver());
			}
		};
	}

}
