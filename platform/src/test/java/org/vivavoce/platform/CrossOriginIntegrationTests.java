package org.vivavoce.platform;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.testing.BackedByServices;
import org.vivavoce.testing.Tokens;

/**
 * Pages of another origin.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "vivavoce.web.cors-origins=https://dashboards.example.com,https://bi.example.com")
@BackedByServices
class CrossOriginIntegrationTests {

	private static final String DASHBOARDS = "https://dashboards.example.com";

	@LocalServerPort
	private int port;

	private WebTestClient client = WebTestClient.bindToServer().build();

	@BeforeEach
	void connect() {
		this.client = WebTestClient.bindToServer()
			.responseTimeout(Duration.ofSeconds(20))
			.baseUrl("http://localhost:" + this.port)
			.build();
	}

	@Test
	void oneThatIsNamedReadsWithATokenOfItsOwn() {
		this.client.get()
			.uri("/api/v1/samples")
			.header(HttpHeaders.ORIGIN, DASHBOARDS)
			.headers((headers) -> headers.setBearerAuth(Tokens.of("ada")))
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, DASHBOARDS)
			.expectHeader()
			.doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS);
	}

	@Test
	void itMayAskFirstWithoutAToken() {
		preflight(DASHBOARDS, "GET").expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, DASHBOARDS);
	}

	@Test
	void itMayNotWrite() {
		preflight(DASHBOARDS, "POST").expectStatus().isForbidden();
	}

	@Test
	void othersMayNothing() {
		preflight("https://elsewhere.example.com", "GET").expectStatus().isForbidden();
	}

	private WebTestClient.ResponseSpec preflight(String origin, String method) {
		return this.client.method(HttpMethod.OPTIONS)
			.uri("/api/v1/samples")
			.header(HttpHeaders.ORIGIN, origin)
			.header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, method)
			.header(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, "authorization")
			.exchange();
	}

}
