package org.vivavoce.platform.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.nimbusds.jwt.JWTClaimsSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.edge.EdgeService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The recipes of docs/security.md, word for word, with tokens shaped as the providers
 * document them.
 */
class ProviderRecipeTests {

	private static final Path DOCUMENT = Path.of("../docs/security.md");

	private final LocalIssuer issuer = new LocalIssuer();

	ProviderRecipeTests() throws IOException {
	}

	@AfterEach
	void close() {
		this.issuer.close();
	}

	@ParameterizedTest
	@CsvSource({ "Keycloak, keycloak, JWT, ada", "Entra ID, entra-id, JWT, ada@example.com",
			"Auth0, auth0, at+jwt, auth0|5f7c8ec7c33c6c004bbafe82", "Okta, okta, , o'brien@example.com",
			"Google, google, JWT, ada@example.com" })
	void theRecipeReadsATokenOfTheProvider(String title, String file, @Nullable String type, String person)
			throws Exception {
		Map<String, String> recipe = recipe(title);
		Map<String, Object> claims = claims(file);
		String documentedIssuer = recipe.get("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI");
		assertThat(claims).containsEntry("iss", documentedIssuer);
		try (ConfigurableApplicationContext service = EdgeService.start(recipe, true, keys())) {
			WebTestClient client = WebTestClient.bindToServer()
				.baseUrl("http://localhost:" + EdgeService.port(service))
				.build();
			client.get()
				.uri("/api/v1/me")
				.headers((headers) -> headers.setBearerAuth(sign(type, claims)))
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody()
				.jsonPath("$.id")
				.isEqualTo(person);
			client.get()
				.uri("/api/v1/limited")
				.headers((headers) -> headers.setBearerAuth(sign(type, claims)))
				.exchange()
				.expectStatus()
				.isOk();
			for (Map.Entry<String, Object> foreign : Map
				.<String, Object>of("iss", "https://evil.example", "aud", "payroll")
				.entrySet()) {
				Map<String, Object> other = new LinkedHashMap<>(claims);
				other.put(foreign.getKey(), foreign.getValue());
				client.get()
					.uri("/api/v1/me")
					.headers((headers) -> headers.setBearerAuth(sign(type, other)))
					.exchange()
					.expectStatus()
					.isUnauthorized()
					.expectHeader()
					.value("WWW-Authenticate", (why) -> assertThat(why).contains(foreign.getKey()));
			}
		}
	}

	@Test
	void somebodyWithGoogleButOfAnotherDomainHasNoRights() throws Exception {
		Map<String, Object> claims = new LinkedHashMap<>(claims("google"));
		claims.put("hd", "elsewhere.example");
		try (ConfigurableApplicationContext service = EdgeService.start(recipe("Google"), true, keys())) {
			WebTestClient.bindToServer()
				.baseUrl("http://localhost:" + EdgeService.port(service))
				.build()
				.get()
				.uri("/api/v1/limited")
				.headers((headers) -> headers.setBearerAuth(sign("JWT", claims)))
				.exchange()
				.expectStatus()
				.isForbidden();
		}
	}

	/**
	 * The keys of the test, in place of those that the issuer publishes.
	 */
	private String keys() {
		return "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + this.issuer.address() + "/keys";
	}

	private String sign(@Nullable String type, Map<String, Object> claims) {
		try {
			JWTClaimsSet now = new JWTClaimsSet.Builder(JWTClaimsSet.parse(claims)).issueTime(new Date())
				.expirationTime(Date.from(Instant.now().plusSeconds(300)))
				.build();
			return this.issuer.token(type, now);
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, Object> claims(String provider) throws IOException {
		try (InputStream json = ProviderRecipeTests.class.getResourceAsStream("/providers/" + provider + ".json")) {
			assertThat(json).isNotNull();
			Map<String, Object> claims = JsonMapper.shared().readValue(json, new TypeReference<>() {
			});
			List.of("exp", "iat", "nbf", "auth_time").forEach(claims::remove);
			return claims;
		}
	}

	/**
	 * The indented lines under a heading.
	 */
	private static Map<String, String> recipe(String title) throws IOException {
		String section = Files.readString(DOCUMENT).split("\n### " + title + "\n", 2)[1].split("\n##", 2)[0];
		Map<String, String> recipe = section.lines()
			.filter((line) -> line.startsWith("    ") && line.contains("="))
			.map((line) -> line.strip().split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> pair[1]));
		assertThat(recipe).isNotEmpty();
		return recipe;
	}

}
