package org.vivavoce.platform.security;

import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.nimbusds.jwt.JWTClaimsSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.edge.EdgeService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tokens as identity providers issue them, through the filters of a service.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class TokenTests {

	private final LocalIssuer issuer = new LocalIssuer();

	private ConfigurableApplicationContext service = new GenericApplicationContext();

	private ConfigurableApplicationContext byName = new GenericApplicationContext();

	TokenTests() throws IOException {
	}

	@BeforeAll
	void start() {
		String keys = "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + this.issuer.address() + "/keys";
		this.service = EdgeService.start(keys, "--vivavoce.security.grants[0].claim=groups",
				"--vivavoce.security.grants[0].value=hiring", "--vivavoce.security.grants[0].rights=reports:read");
		this.byName = EdgeService.start(keys, "--vivavoce.security.person-claim=preferred_username");
	}

	@AfterAll
	void stop() {
		this.service.close();
		this.byName.close();
		this.issuer.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "auth0|5f7c8ec7c33c6c004bbafe82", "google-oauth2|103547991597142817347",
			"ada+x@example.com", "o'brien@example.com", "AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ", "c2FtbHA=/+==",
			"EXAMPLE\\ada", "https://id.example.org/users/7?x=1", "Lovelace, Ada", "李小龍 😀" })
	void peopleAreWhoTheirIdentityProviderSays(String person) {
		EntityExchangeResult<Map<String, Object>> me = me(this.service, token((claims) -> claims.subject(person)));
		assertThat(me.getResponseBody()).containsEntry("id", person);
	}

	static Stream<Arguments> unusable() {
		String rule = "the claim 'sub' must be 1 to 256 characters without control characters and outer blanks, but ";
		return Stream.of(Arguments.of(null, "the claim 'sub', which names the person, is missing"),
				Arguments.of("", rule + "is empty"), Arguments.of(" ada", rule + "begins or ends with a blank"),
				Arguments.of("a\nb", rule + "has control characters or is no valid Unicode"),
				Arguments.of("a".repeat(257), rule + "has 257 characters, more than 256"));
	}

	@ParameterizedTest
	@MethodSource("unusable")
	void whoeverHasNoUsableNameIsToldWhy(@Nullable String person, String fault, CapturedOutput output) {
		String token = token((claims) -> claims.subject(person));
		assertThat(refusal(this.service, token))
			.isEqualTo("Bearer error=\"invalid_token\", error_description=\"" + fault + "\"");
		assertThat(output).doesNotContain(token);
	}

	@Test
	void theClaimThatNamesThePersonIsTheOneThatIsChecked() {
		assertThat(me(this.byName, token((claims) -> claims.subject(" x ").claim("preferred_username", "ada")))
			.getResponseBody()).containsEntry("id", "ada");
		assertThat(refusal(this.byName, token((claims) -> claims.subject("ada").claim("preferred_username", " x "))))
			.contains("the claim 'preferred_username'", "begins or ends with a blank");
		assertThat(refusal(this.byName, token((claims) -> claims.subject("ada")))).contains("'preferred_username'",
				"is missing");
		assertThat(refusal(this.byName, token((claims) -> claims.claim("preferred_username", List.of("ada")))))
			.contains("is no text");
	}

	@Test
	void springsNameOfTheClaimMeansTheSame() {
		try (ConfigurableApplicationContext spring = EdgeService.start(
				"--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + this.issuer.address() + "/keys",
				"--spring.security.oauth2.resourceserver.jwt.principal-claim-name=email")) {
			assertThat(me(spring, token((claims) -> claims.claim("email", "ada@example.com"))).getResponseBody())
				.containsEntry("id", "ada@example.com");
			assertThat(refusal(spring, token((claims) -> claims.claim("email", "\u0000")))).contains("'email'");
		}
	}

	static Stream<Arguments> rights() {
		return Stream.of(Arguments.of("scope", "a b", List.of("a", "b")),
				Arguments.of("scope", List.of("a", "b"), List.of("a", "b")),
				Arguments.of("scp", "a b", List.of("a", "b")), Arguments.of("scp", List.of("a"), List.of("a")),
				Arguments.of("roles", List.of("a", "b"), List.of("a", "b")), Arguments.of("roles", "a", List.of("a")),
				Arguments.of("permissions", List.of("a", "b"), List.of("a", "b")), Arguments.of("scope", "", List.of()),
				Arguments.of("scope", 7, List.of()), Arguments.of("roles", Map.of("a", "b"), List.of()),
				Arguments.of("permissions", List.of(1, "a", Map.of()), List.of("a")),
				Arguments.of("groups", List.of("sales", "hiring"), List.of("reports:read")),
				Arguments.of("groups", "hiring", List.of("reports:read")), Arguments.of("groups", "hiring2", List.of()),
				Arguments.of("other", "a", List.of()));
	}

	@ParameterizedTest
	@MethodSource("rights")
	void rightsAreReadWhereverTheyStand(String claim, Object value, List<String> rights) {
		assertThat(me(this.service, token((claims) -> claims.claim(claim, value))).getResponseBody())
			.containsEntry("scopes", rights);
	}

	@Test
	void rightsOfAllClaimsAreUnited() {
		String token = token((claims) -> claims.claim("scope", "openid a")
			.claim("scp", List.of("b"))
			.claim("roles", List.of("c", "a"))
			.claim("permissions", List.of("d"))
			.claim("groups", List.of("hiring")));
		assertThat(me(this.service, token).getResponseBody()).containsEntry("scopes",
				List.of("a", "b", "c", "d", "openid", "reports:read"));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "JWT", "at+jwt", "AT+JWT", "application/at+jwt" })
	void accessTokensSayTheirTypeOrNothing(@Nullable String type) {
		me(this.service, this.issuer.token(type, claims((claims) -> {
		})));
	}

	@Test
	void tokensOfOtherTypesAreRefused() {
		assertThat(refusal(this.service, this.issuer.token("logout+jwt", claims((claims) -> {
		})))).contains("typ", "at+jwt");
	}

	@Test
	void theReasonIsLoggedOnceAMinuteWithoutTheToken(CapturedOutput output) {
		String expired = token((claims) -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600))));
		for (int i = 0; i < 5; i++) {
			assertThat(refusal(this.service, expired)).contains("error=\"invalid_token\"", "expired");
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("xpired"))).hasSizeBetween(1, 2)
			.allMatch((line) -> line.contains("GET /api/v1/me is refused (401)"));
		assertThat(output).doesNotContain(expired, expired.split("\\.")[1]);
	}

	@Test
	void withoutATokenNoErrorIsSaid() {
		client(this.service).get()
			.uri("/api/v1/me")
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectHeader()
			.valueEquals("WWW-Authenticate", "Bearer");
	}

	@Test
	void anIssuerThatIsAwayIsNoFaultOfTheToken() {
		try (ConfigurableApplicationContext alone = EdgeService
			.start("--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:9/keys")) {
			client(alone).get().uri("/api/v1/me").headers((headers) -> headers.setBearerAuth(token((claims) -> {
			}))).exchange().expectStatus().isEqualTo(503).expectHeader().exists("Retry-After");
		}
	}

	@Test
	void settingsThatWouldHaveNoEffectAreRefusedAtStart() {
		assertThatThrownBy(
				() -> org.vivavoce.platform.start.StartCheck.check(new org.springframework.mock.env.MockEnvironment()
					.withProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri", "https://login.example.org")
					.withProperty("spring.security.oauth2.resourceserver.jwt.authorities-claim-name", "groups")))
			.hasMessageContaining("authorities-claim-name has no effect");
	}

	private EntityExchangeResult<Map<String, Object>> me(ConfigurableApplicationContext to, String token) {
		return client(to).get()
			.uri("/api/v1/me")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(new org.springframework.core.ParameterizedTypeReference<Map<String, Object>>() {
			})
			.returnResult();
	}

	private String refusal(ConfigurableApplicationContext to, String token) {
		List<String> why = client(to).get()
			.uri("/api/v1/me")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectBody()
			.returnResult()
			.getResponseHeaders()
			.getOrEmpty("WWW-Authenticate");
		assertThat(why).hasSize(1);
		return why.getFirst();
	}

	private static WebTestClient client(ConfigurableApplicationContext to) {
		return WebTestClient.bindToServer().baseUrl("http://localhost:" + EdgeService.port(to)).build();
	}

	private String token(Consumer<JWTClaimsSet.Builder> more) {
		return this.issuer.token("JWT", claims(more));
	}

	private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> more) {
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().subject("ada")
			.expirationTime(Date.from(Instant.now().plusSeconds(300)));
		more.accept(claims);
		return claims.build();
	}

}
