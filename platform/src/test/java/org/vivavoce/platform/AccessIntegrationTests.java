package org.vivavoce.platform;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.testing.BackedByServices;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@BackedByServices
class AccessIntegrationTests {

	private static final MediaType PROBLEM = MediaType.APPLICATION_PROBLEM_JSON;

	@LocalServerPort
	private int port;

	private WebTestClient anonymous = WebTestClient.bindToServer().build();

	private WebTestClient client = this.anonymous;

	@BeforeEach
	void signIn() {
		this.anonymous = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.responseTimeout(Duration.ofSeconds(20))
			.build();
		this.client = as(Tokens.of("ada", "interviews:read"));
	}

	private WebTestClient as(String token) {
		return this.anonymous.mutate().defaultHeaders((headers) -> headers.setBearerAuth(token)).build();
	}

	@Test
	void theCallerIsWhoTheTokenNames() {
		this.client.get()
			.uri("/me")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.isEqualTo("ada [interviews:read]");
	}

	@Test
	void aRequestWithoutATokenIsRefused() {
		this.anonymous.get()
			.uri("/me")
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectHeader()
			.contentType(PROBLEM)
			.expectHeader()
			.exists("WWW-Authenticate")
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("https://vivavoce.org/problems/unauthorized");
	}

	static Stream<String> badTokens() {
		return Stream.of(Tokens.expired("ada"), Tokens.endless("ada"), Tokens.foreign("ada"), Tokens.unsigned("ada"),
				Tokens.confused("ada"), Tokens.of(" ada"), "garbage", "a.b.c");
	}

	@ParameterizedTest
	@MethodSource("badTokens")
	void badTokensAreRefused(String token) {
		as(token).get()
			.uri("/me")
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectHeader()
			.contentType(PROBLEM)
			.expectHeader()
			.value("WWW-Authenticate",
					(why) -> assertThat(why).contains("error=\"invalid_token\"", "error_description=")
						.doesNotContain(token));
	}

	@Test
	void aMissingScopeIsForbidden() {
		this.client.get()
			.uri("/limited?number=1")
			.exchange()
			.expectStatus()
			.isForbidden()
			.expectHeader()
			.contentType(PROBLEM)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("The scope 'reports:read' is required");
		as(Tokens.of("ada", "reports:read")).get().uri("/limited?number=1").exchange().expectStatus().isOk();
	}

	@Test
	void aRefusalComesBeforeTheRestOfTheRequestIsRead() {
		this.client.get().uri("/limited?number=x").exchange().expectStatus().isForbidden();
		this.client.head().uri("/limited?number=1").exchange().expectStatus().isForbidden();
		this.client.head().uri("/me").exchange().expectStatus().isOk();
	}

	@Test
	void anEndpointThatNoRuleNamesIsClosed() {
		as(Tokens.of("root", "admin", "reports:read")).get()
			.uri("/forgotten")
			.exchange()
			.expectStatus()
			.isForbidden()
			.expectHeader()
			.contentType(PROBLEM);
		this.anonymous.get().uri("/forgotten").exchange().expectStatus().isUnauthorized();
	}

	@Test
	void whatAnAddressSupportsIsToldToWhoeverIsSignedIn() {
		this.client.options()
			.uri("/me")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Allow", "GET,HEAD,OPTIONS");
		this.anonymous.options().uri("/me").exchange().expectStatus().isUnauthorized();
	}

	@Test
	void writesByCookieMustComeFromTheSameOrigin() {
		String token = Tokens.of("ada");
		for (List<String> header : List.of(List.of("Sec-Fetch-Site", "cross-site"),
				List.of("Sec-Fetch-Site", "same-site"), List.of("Origin", "https://evil.example"),
				List.of("Origin", "null"), List.of("X-Nothing", "said"))) {
			this.anonymous.post()
				.uri("/tallies/c-cookie/i-1")
				.cookie("vivavoce-token", token)
				.header(header.get(0), header.get(1))
				.exchange()
				.expectStatus()
				.isForbidden();
		}
		this.anonymous.post()
			.uri("/tallies/c-cookie/i-1")
			.cookie("vivavoce-token", token)
			.header("Sec-Fetch-Site", "same-origin")
			.exchange()
			.expectStatus()
			.isOk();
		this.anonymous.post()
			.uri("/tallies/c-cookie/i-1")
			.cookie("vivavoce-token", token)
			.header("Origin", "http://localhost:" + this.port)
			.exchange()
			.expectStatus()
			.isOk();
		this.anonymous.get().uri("/me").cookie("vivavoce-token", token).exchange().expectStatus().isOk();
	}

	@Test
	void healthIsOpenAndRevealsNothing() {
		this.anonymous.get()
			.uri("/actuator/health")
			.exchange()
			.expectBody(String.class)
			.value((body) -> assertThat(body).doesNotContain("mongo", "version", "disk"));
		this.anonymous.get()
			.uri("/actuator/health/readiness")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.isEqualTo("{\"status\":\"UP\"}");
		this.anonymous.get().uri("/actuator/env").exchange().expectStatus().isUnauthorized();
	}

	@Test
	void securityHeadersAreSet() {
		this.client.get()
			.uri("/me")
			.exchange()
			.expectHeader()
			.valueEquals("X-Content-Type-Options", "nosniff")
			.expectHeader()
			.valueEquals("Cache-Control", "private, no-cache")
			.expectHeader()
			.valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
			.expectHeader()
			.valueEquals("Referrer-Policy", "no-referrer");
	}

}
