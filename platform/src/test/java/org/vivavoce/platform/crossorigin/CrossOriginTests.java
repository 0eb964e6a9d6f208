package org.vivavoce.platform.crossorigin;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.context.ConfigurableApplicationContext;

import org.vivavoce.edge.EdgeService;
import org.vivavoce.testing.RawHttp;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossOriginTests {

	private static final String ALLOWED = "Access-Control-Allow-Origin";

	private ConfigurableApplicationContext open = closed();

	private ConfigurableApplicationContext closed = closed();

	private static ConfigurableApplicationContext closed() {
		return new org.springframework.context.support.GenericApplicationContext();
	}

	@BeforeAll
	void start() {
		this.open = EdgeService.start("--vivavoce.web.cors-origins=https://dash.example,https://*.wide.example");
		this.closed = EdgeService.start();
	}

	@AfterAll
	void stop() {
		this.open.close();
		this.closed.close();
	}

	@Test
	void aBrowserAsksAheadWithoutAToken() {
		for (String origin : new String[] { "https://dash.example", "https://grafana.wide.example" }) {
			String answer = ahead(this.open, "/api/v1/limited", origin, "GET");
			assertThat(RawHttp.status(answer)).isEqualTo(200);
			assertThat(RawHttp.header(answer, ALLOWED)).isEqualTo(origin);
			assertThat(RawHttp.header(answer, "Access-Control-Allow-Headers")).contains("authorization");
			assertThat(RawHttp.header(answer, "Access-Control-Allow-Credentials")).isEmpty();
			assertThat(RawHttp.header(answer, "Vary")).contains("Origin");
		}
	}

	@Test
	void otherOriginsOtherMethodsAndPagesAreRefused() {
		for (String answer : new String[] { ahead(this.open, "/api/v1/limited", "https://evil.example", "GET"),
				ahead(this.open, "/api/v1/limited", "https://dash.example", "PUT"),
				ahead(this.open, "/interviews", "https://dash.example", "GET"),
				ahead(this.closed, "/api/v1/limited", "https://dash.example", "GET") }) {
			assertThat(RawHttp.status(answer)).isEqualTo(403);
			assertThat(RawHttp.header(answer, ALLOWED)).isEmpty();
			assertThat(RawHttp.header(answer, "Content-Type")).isEqualTo("application/problem+json");
		}
	}

	@Test
	void anAllowedOriginReadsAnswersAndRefusals() {
		String answer = get(this.open, "https://dash.example", Tokens.of("ada", "reports:read"));
		assertThat(RawHttp.status(answer)).isEqualTo(200);
		assertThat(RawHttp.header(answer, ALLOWED)).isEqualTo("https://dash.example");
		String refused = get(this.open, "https://dash.example", "garbage");
		assertThat(RawHttp.status(refused)).isEqualTo(401);
		assertThat(RawHttp.header(refused, ALLOWED)).isEqualTo("https://dash.example");
	}

	@Test
	void anotherOriginReadsNothing() {
		String token = Tokens.of("ada", "reports:read");
		String refused = get(this.open, "https://evil.example", token);
		assertThat(RawHttp.status(refused)).isEqualTo(403);
		assertThat(RawHttp.header(refused, ALLOWED)).isEmpty();
		String unaware = get(this.closed, "https://dash.example", token);
		assertThat(RawHttp.header(unaware, ALLOWED)).isEmpty();
	}

	@Test
	void aPageOfThisAddressIsNoOtherOriginWhateverAProxyHasMadeOfTheScheme() {
		int port = EdgeService.port(this.open);
		String answer = RawHttp.exchange(port, "GET /api/v1/limited HTTP/1.1", "Host: hiring.example",
				"Origin: https://hiring.example", "Authorization: Bearer " + Tokens.of("ada", "reports:read"),
				"Connection: close");
		assertThat(RawHttp.status(answer)).isEqualTo(200);
	}

	@Test
	void whatIsNoOriginIsRefusedAtStart() {
		assertThatThrownBy(() -> EdgeService.start("--vivavoce.web.cors-origins=dash.example/path"))
			.hasStackTraceContaining("an origin such as https://dashboards.example.org");
	}

	private static String ahead(ConfigurableApplicationContext service, String path, String origin, String method) {
		return RawHttp.exchange(EdgeService.port(service), "OPTIONS " + path + " HTTP/1.1", "Host: localhost",
				"Origin: " + origin, "Access-Control-Request-Method: " + method,
				"Access-Control-Request-Headers: authorization", "Connection: close");
	}

	private static String get(ConfigurableApplicationContext service, String origin, String token) {
		return RawHttp.exchange(EdgeService.port(service), "GET /api/v1/limited HTTP/1.1", "Host: localhost",
				"Origin: " + origin, "Authorization: Bearer " + token, "Connection: close");
	}

}
