package org.vivavoce.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.testing.BackedByServices;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens as the common identity providers write them.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@BackedByServices
class IdentityProviderIntegrationTests {

	@LocalServerPort
	private int port;

	private WebTestClient client = WebTestClient.bindToServer().build();

	@BeforeEach
	void connect() {
		this.client = WebTestClient.bindToServer()
			.responseTimeout(Duration.ofSeconds(30))
			.baseUrl("http://localhost:" + this.port)
			.build();
	}

	static Stream<Arguments> providers() {
		return Stream.of(
				Arguments.of("Keycloak", "JWT",
						Map.of("sub", "f:5c1b:ada", "azp", "vivavoce", "scope", "openid reports:read profile",
								"realm_access", Map.of("roles", List.of("offline_access"))),
						"f:5c1b:ada"),
				Arguments.of("Entra ID, for a person", "JWT",
						Map.of("sub", "AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ", "scp",
								"user_impersonation reports:read", "ver", "2.0"),
						"AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ"),
				Arguments.of("Entra ID, for an application", "JWT",
						Map.of("sub", "1d7a8c0e-0b5c", "roles", List.of("reports:read"), "idtyp", "app"),
						"1d7a8c0e-0b5c"),
				Arguments.of("Auth0", "at+jwt",
						Map.of("sub", "auth0|5f7c8ec7c33c6c004bbafe82", "scope", "openid profile", "permissions",
								List.of("reports:read")),
						"auth0|5f7c8ec7c33c6c004bbafe82"),
				Arguments.of("Okta", null,
						Map.of("sub", "ada+hiring@example.com", "scp", List.of("openid", "reports:read")),
						"ada+hiring@example.com"),
				Arguments.of("Google through a broker", "JWT",
						Map.of("sub", "google-oauth2|103547991597142817347", "scope", "reports:read"),
						"google-oauth2|103547991597142817347"),
				Arguments.of("Active Directory", "application/at+jwt",
						Map.of("sub", "EXAMPLE\\ada", "scope", List.of("reports:read")), "EXAMPLE\\ada"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("providers")
	void peopleOfCommonProvidersAreLetInWithTheirRights(String provider, @Nullable String type,
			Map<String, Object> claims, String person) {
		String token = Tokens.saying(type, claims);
		get("/me", token).expectStatus()
			.isOk()
			.expectBody(String.class)
			.value((me) -> assertThat(me).startsWith(person + " [").contains("reports:read"));
		get("/limited?number=1", token).expectStatus().isOk();
	}

	@Test
	void rightsAreTheUnionOfAllClaims() {
		String token = Tokens.saying("JWT", Map.of("sub", "ada", "scope", "a b", "scp", List.of("b", "c"), "roles",
				List.of("d"), "permissions", "e"));
		get("/me", token).expectStatus().isOk().expectBody(String.class).isEqualTo("ada [a, b, c, d, e]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "JOSE", "logout+jwt", "dpop+jwt" })
	void otherTokensAreNoAccessTokens(String type) {
		get("/me", Tokens.saying(type, Map.of("sub", "ada"))).expectStatus().isUnauthorized();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			' ada' | the claim 'sub' must be 1 to 256 characters without control characters and outer blanks
			''     | the claim 'sub' must be 1 to 256 characters without control characters and outer blanks
			""")
	void whoIsNobodyIsToldWhy(String person, String reason) {
		refusedBecause(Tokens.saying("JWT", Map.of("sub", person)), reason);
	}

	@Test
	void everyReasonIsSaid() {
		refusedBecause(Tokens.saying("JWT", Map.of("name", "ada")),
				"the claim 'sub', which names the person, is missing");
		refusedBecause(Tokens.endless("ada"), "the claim 'exp' is missing");
		refusedBecause(Tokens.expired("ada"), "expired");
		refusedBecause(Tokens.foreign("ada"), "signature");
	}

	private void refusedBecause(String token, String reason) {
		get("/me", token).expectStatus()
			.isUnauthorized()
			.expectHeader()
			.value(HttpHeaders.WWW_AUTHENTICATE,
					(challenge) -> assertThat(challenge)
						.startsWith("Bearer error=\"invalid_token\", error_description=\"")
						.containsIgnoringCase(reason))
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).containsIgnoringCase(reason));
	}

	@Test
	void whoLacksAScopeIsToldWhich() {
		get("/limited?number=1", Tokens.of("ada", "interviews:read")).expectStatus()
			.isForbidden()
			.expectHeader()
			.value(HttpHeaders.WWW_AUTHENTICATE,
					(challenge) -> assertThat(challenge).startsWith("Bearer error=\"insufficient_scope\"")
						.endsWith("scope=\"reports:read\""));
	}

	@Test
	void whoSendsNoTokenIsOnlyAskedForOne() {
		this.client.get()
			.uri("/me")
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectHeader()
			.valueEquals("WWW-Authenticate", "Bearer");
	}

	private WebTestClient.ResponseSpec get(String uri, String token) {
		return this.client.get().uri(uri).headers((headers) -> headers.setBearerAuth(token)).exchange();
	}

}
