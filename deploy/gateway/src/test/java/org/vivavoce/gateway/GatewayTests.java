package org.vivavoce.gateway;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.gateway.signin.IssuedTokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The gateway alone, in front of services that are not there.
 */
class GatewayTests {

	@Test
	void nobodyIsSignedInWhereNoTokensAreIssued() {
		try (ConfigurableApplicationContext gateway = start()) {
			WebTestClient browser = browser(gateway);
			browser.get().uri("/sign-in/keys").exchange().expectStatus().isNotFound();
			browser.get().uri("/sign-in?code=x").exchange().expectStatus().isNotFound();
			browser.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
		}
	}

	@Test
	void theTokensThatItIssuesSignABrowserIn(@TempDir Path directory) throws Exception {
		try (ConfigurableApplicationContext gateway = start("--vivavoce.sign-in.directory=" + directory)) {
			WebTestClient browser = browser(gateway);
			browser.get()
				.uri("/sign-in/keys")
				.exchange()
				.expectBody()
				.jsonPath("$.keys[0].kty")
				.isEqualTo("RSA")
				.jsonPath("$.keys[0].d")
				.doesNotExist();
			String link = gateway.getBean(IssuedTokens.class)
				.links("")
				.lines()
				.filter((line) -> line.contains("recruiter"))
				.findFirst()
				.orElseThrow()
				.replaceFirst(".*(/sign-in)", "$1");
			String token = Files.readString(directory.resolve("tokens/recruiter.jwt"));
			browser.get()
				.uri(link)
				.exchange()
				.expectStatus()
				.isSeeOther()
				.expectHeader()
				.value(HttpHeaders.SET_COOKIE, (cookie) -> assertThat(cookie).contains(token, "HttpOnly"));
			browser.get().uri("/sign-in?code=guessed").exchange().expectStatus().isUnauthorized();
		}
	}

	@Test
	void aServiceThatIsAwayIsSaidToBeAway() {
		try (ConfigurableApplicationContext gateway = start()) {
			browser(gateway).get()
				.uri("/api/v1/scorecards")
				.accept(MediaType.APPLICATION_JSON)
				.exchange()
				.expectStatus()
				.isEqualTo(503)
				.expectHeader()
				.contentType(MediaType.APPLICATION_PROBLEM_JSON)
				.expectHeader()
				.exists(HttpHeaders.RETRY_AFTER);
		}
	}

	@Test
	void theEventsAreDescribedWithoutAnyService() {
		try (ConfigurableApplicationContext gateway = start()) {
			WebTestClient browser = browser(gateway);
			browser.get()
				.uri("/docs/asyncapi.yaml")
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody(String.class)
				.value((document) -> assertThat(document).contains("$ref: schemas/answer-scored.v1.json"));
			browser.get().uri("/docs/schemas/answer-scored.v1.json").exchange().expectStatus().isOk();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /api/v1/scorecards HTTP/1.1\r\n\r\n", "GET /api/v1/scorecards HTTP/1.0\r\n\r\n" })
	void aRequestWithoutAHostIsTheClientsFault(String request) throws IOException {
		try (ConfigurableApplicationContext gateway = start("--vivavoce.web.connection.idle=2s");
				Socket socket = new Socket("localhost",
						gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class))) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer).startsWith("HTTP/1.").contains(" 400 ");
		}
	}

	private static ConfigurableApplicationContext start(String... settings) {
		return new SpringApplicationBuilder(GatewayApplication.class).properties("spring.config.name=gateway")
			.logStartupInfo(false)
			.run(Stream.concat(Stream.of(settings),
					// nothing listens on the discard port
					Stream.of("--server.port=0", "--vivavoce.services.report=http://127.0.0.1:9"))
				.toArray(String[]::new));
	}

	private static WebTestClient browser(ConfigurableApplicationContext gateway) {
		return WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + gateway.getEnvironment().getRequiredProperty("local.server.port"))
			.build();
	}

}
