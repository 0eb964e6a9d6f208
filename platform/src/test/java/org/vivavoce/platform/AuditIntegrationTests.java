package org.vivavoce.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.testing.BackedByServices;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@BackedByServices
class AuditIntegrationTests {

	@LocalServerPort
	private int port;

	private WebTestClient anonymous = WebTestClient.bindToServer().build();

	@BeforeEach
	void bind() {
		this.anonymous = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.defaultHeader("User-Agent", "audit-test")
			.responseTimeout(Duration.ofSeconds(20))
			.build();
	}

	private WebTestClient as(String who, String... scopes) {
		return this.anonymous.mutate()
			.defaultHeaders((headers) -> headers.setBearerAuth(Tokens.of(who, scopes)))
			.build();
	}

	@Test
	void aChangeHasALineBeforeItIsDoneAndOneWithItsAnswer() {
		as("writer", "interviews:write").delete()
			.uri("/nothing-here?why=x")
			.header("X-Forwarded-For", "203.0.113.7")
			.exchange()
			.expectStatus()
			.isNotFound();
		List<Map<String, Object>> lines = lines("?who=writer");
		assertThat(lines).extracting((line) -> line.get("phase"), (line) -> line.get("status"))
			.containsExactly(tuple("answered", 404), tuple("asked", null));
		assertThat(lines).allSatisfy((line) -> assertThat(line).containsEntry("method", "DELETE")
			.containsEntry("path", "/nothing-here?why=x")
			.containsEntry("from", "127.0.0.1, 203.0.113.7")
			.containsEntry("userAgent", "audit-test")
			.containsEntry("request", lines.getFirst().get("request")));
	}

	@Test
	void aRefusalIsListedWhoeverItWas() {
		this.anonymous.get().uri("/me?anonymous").exchange().expectStatus().isUnauthorized();
		as("curious", "reports:read").get().uri("/api/v1/audit/sample-service").exchange().expectStatus().isForbidden();
		assertThat(lines("?status=401")).anySatisfy((line) -> assertThat(line).containsEntry("path", "/me?anonymous")
			.containsEntry("reason", "no token was sent")
			.doesNotContainKey("who"));
		assertThat(lines("?who=curious&status=403")).singleElement()
			.satisfies((line) -> assertThat(line).containsEntry("path", "/api/v1/audit/sample-service")
				.containsEntry("reason", "The scope 'admin' is required"));
	}

	@Test
	void plainReadingIsNotListed() {
		as("reader", "interviews:read").get().uri("/me").exchange().expectStatus().isOk();
		assertThat(lines("?who=reader")).isEmpty();
	}

	@Test
	void theLogIsReadPageByPage() {
		for (int each = 0; each < 3; each++) {
			as("paged", "interviews:write").delete().uri("/gone-" + each).exchange().expectStatus().isNotFound();
		}
		Map<String, Object> first = page("?who=paged&limit=4");
		Map<String, Object> second = page("?who=paged&limit=4&cursor=" + first.get("next"));
		assertThat(items(first)).hasSize(4);
		assertThat(items(second)).hasSize(2).doesNotContainAnyElementsOf(items(first));
		assertThat(second.get("next")).isNull();
		as("root", "admin").get()
			.uri("/api/v1/audit/sample-service?cursor=nonsense")
			.exchange()
			.expectStatus()
			.isBadRequest();
	}

	private List<Map<String, Object>> lines(String query) {
		return items(page(query));
	}

	private Map<String, Object> page(String query) {
		return Objects.requireNonNull(as("root", "admin").get()
			.uri("/api/v1/audit/sample-service" + query)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(new ParameterizedTypeReference<Map<String, Object>>() {
			})
			.returnResult()
			.getResponseBody());
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> items(Map<String, Object> page) {
		return (List<Map<String, Object>>) Objects.requireNonNull(page.get("items"));
	}

}
