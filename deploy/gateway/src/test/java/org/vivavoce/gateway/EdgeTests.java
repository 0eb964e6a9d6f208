package org.vivavoce.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import org.vivavoce.testing.OwnConnections;
import org.vivavoce.testing.RawHttp;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The gateway in front of a service that says what it gets, to clients that do not
 * behave.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class EdgeTests {

	private static final String BEHIND = "/api/v1/scorecards";

	private final HttpServer behind;

	private final ServerSocket mute;

	private ConfigurableApplicationContext gateway = new GenericApplicationContext();

	private int port;

	EdgeTests() throws IOException {
		this.mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
		this.behind = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.behind.setExecutor(Executors.newCachedThreadPool());
		this.behind.createContext("/", (exchange) -> {
			List<String> authorization = exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
			if (exchange.getRequestURI().getPath().endsWith("endless")) {
				exchange.sendResponseHeaders(200, 0);
				try (exchange) {
					byte[] row = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);
					while (true) {
						exchange.getResponseBody().write(row);
						exchange.getResponseBody().flush();
					}
				}
			}
			byte[] body = ("host " + exchange.getRequestHeaders().getFirst("Host") + ", token "
					+ (authorization.isEmpty() ? 0 : authorization.getFirst().length()) + ", path "
					+ exchange.getRequestURI())
				.getBytes(StandardCharsets.UTF_8);
			exchange.getRequestBody().readAllBytes();
			exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "https://dash.example");
			exchange.sendResponseHeaders(200, body.length);
			try (exchange) {
				exchange.getResponseBody().write(body);
			}
		});
		this.behind.start();
	}

	@BeforeAll
	void start() {
		this.gateway = start("--vivavoce.web.connection.head=1s", "--vivavoce.web.connection.pause=1s",
				"--vivavoce.web.connection.idle=2s",
				"--spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s",
				"--vivavoce.web.cors-origins=https://dash.example");
		this.port = port(this.gateway);
	}

	@AfterAll
	void stop() throws IOException {
		this.gateway.close();
		this.behind.stop(0);
		this.mute.close();
	}

	private ConfigurableApplicationContext start(String... settings) {
		return new SpringApplicationBuilder(GatewayApplication.class, OwnConnections.class)
			.properties("spring.config.name=gateway")
			.logStartupInfo(false)
			.run(Stream.concat(Stream.of(settings),
					Stream.of("--server.port=0",
							"--vivavoce.services.report=http://127.0.0.1:" + this.behind.getAddress().getPort(),
							// accepts and never answers
							"--vivavoce.services.question=http://127.0.0.1:" + this.mute.getLocalPort(),
							// nothing listens on the discard port
							"--vivavoce.services.scoring=http://127.0.0.1:9"))
				.toArray(String[]::new));
	}

	private static int port(ConfigurableApplicationContext gateway) {
		return gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	@Test
	void aTokenOfSixteenKibibytesPassesAndWhatIsLargerIsRefused() {
		String token = "a".repeat(16 * 1024);
		assertThat(RawHttp.exchange(this.port, "GET " + BEHIND + " HTTP/1.1", "Host: localhost",
				"Authorization: Bearer " + token, "Cookie: vivavoce-token=" + token, "Connection: close"))
			.startsWith("HTTP/1.1 200")
			.contains("token " + (token.length() + 7));
		assertProblem(431, RawHttp.exchange(this.port, "GET " + BEHIND + " HTTP/1.1", "Host: localhost",
				"Cookie: vivavoce-token=" + "a".repeat(70_000)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET " + BEHIND + " HTTP/1.0", "GET " + BEHIND + " HTTP/1.1", "GET /sign-in HTTP/1.0",
			"GET " + BEHIND + " HTTP/1.1\r\nHost: a\r\nHost: b", "GET " + BEHIND + "?a=b|c HTTP/1.1\r\nHost: a",
			"GET " + BEHIND + " HTTP/1.1\r\nHost: a/b", "CONNECT a:1 HTTP/1.1\r\nHost: a:1" })
	void aHeadThatIsWrongIsMalformed(String head) {
		assertProblem(400, RawHttp.exchange(this.port, head));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET http://localhost" + BEHIND + " HTTP/1.1",
			"GET http://evil.example" + BEHIND + " HTTP/1.1", "GET /" + BEHIND + " HTTP/1.1",
			"GET /..;" + BEHIND + " HTTP/1.1", "GET /%2e%2e" + BEHIND + " HTTP/1.1",
			"GET " + BEHIND + "/../../x HTTP/1.1", "GET " + BEHIND + "//a HTTP/1.1", "BREW " + BEHIND + " HTTP/1.1",
			"TRACE " + BEHIND + " HTTP/1.1", "OPTIONS * HTTP/1.1", "GET " + BEHIND + "/a%00b HTTP/1.1",
			"GET " + BEHIND + "?a=%ff HTTP/1.1", "GET " + BEHIND + "/%E2%82 HTTP/1.1", "GET //evil.example HTTP/1.1",
			"PROPFIND " + BEHIND + " HTTP/1.1", "GET /nothing HTTP/1.1", "POST /docs HTTP/1.1",
			"GET " + BEHIND + "/a;b=c HTTP/1.1", "GET /%5c HTTP/1.1" })
	void oddRequestsAreNeverAnError(String line) {
		for (String forwarded : List.of("X-Nothing: said",
				"Forwarded: for=\"_x\";host=\"a b\";proto=;;\r\nX-Forwarded-Host: ,,\r\nX-Forwarded-Port: x\r\n"
						+ "X-Forwarded-Proto: gopher\r\nX-Forwarded-For: nobody\r\nX-Forwarded-Prefix: ../..")) {
			String answer = RawHttp.exchange(this.port, line, "Host: localhost", forwarded, "Connection: close");
			assertThat(RawHttp.status(answer)).as(answer).isBetween(200, 499);
			if (RawHttp.status(answer) >= 400) {
				assertThat(RawHttp.header(answer, "Content-Type")).as(answer).isEqualTo("application/problem+json");
			}
		}
	}

	@Test
	void aServiceThatIsAwayAndOneThatDoesNotAnswerAreToldApart() {
		String away = RawHttp.exchange(this.port, "GET /api/v1/score-sheets HTTP/1.1", "Host: a", "Connection: close");
		assertProblem(503, away);
		assertThat(RawHttp.header(away, "Retry-After")).isNotEmpty();
		assertProblem(504,
				RawHttp.exchange(this.port, "GET /api/v1/questions HTTP/1.1", "Host: a", "Connection: close"));
		assertProblem(404, RawHttp.exchange(this.port, "GET /nowhere HTTP/1.1", "Host: a", "Connection: close"));
	}

	@Test
	void twoHundredHalfRequestsAreNotWaitedFor() {
		List<RawHttp> all = new ArrayList<>();
		try {
			for (int i = 0; i < 200; i++) {
				all.add(RawHttp.to(this.port).send("GET " + BEHIND + " HTTP/1.1\r\nHost: loc"));
			}
			assertThat(all).allMatch((each) -> each.isClosedWithin(Duration.ofSeconds(6)));
		}
		finally {
			all.forEach(RawHttp::close);
		}
	}

	@Test
	void aBodyThatDoesNotComeIsNotWaitedFor(CapturedOutput output) {
		try (RawHttp silent = RawHttp.to(this.port)) {
			silent.send("POST " + BEHIND + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nabc");
			assertProblem(408, silent.answer(Duration.ofSeconds(6)));
		}
		assertThat(output).doesNotContain("ERROR", "\tat ");
	}

	@Test
	void aClientThatHangsUpIsNoError(CapturedOutput output) {
		for (String request : List.of("GET " + BEHIND + "/endless HTTP/1.1\r\nHost: localhost\r\n\r\n",
				"POST " + BEHIND + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nabc",
				"GET /api/v1/questions HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
			try (RawHttp client = RawHttp.to(this.port)) {
				client.send(request);
				if (request.contains("endless")) {
					client.read(50_000);
				}
				client.reset();
			}
		}
		org.awaitility.Awaitility.await()
			.during(Duration.ofSeconds(2))
			.atMost(Duration.ofSeconds(5))
			.untilAsserted(() -> assertThat(output).doesNotContain("ERROR", "\tat "));
	}

	@Test
	void whoSendsTooMuchIsToldWhenToComeAgain() {
		try (ConfigurableApplicationContext strict = start("--vivavoce.limits.person-per-second=1",
				"--vivavoce.limits.person-burst=3", "--vivavoce.limits.address-burst=12",
				"--vivavoce.limits.address-per-second=1")) {
			assertThat(statuses(strict, 5, "Bearer ada", "1.1.1.")).containsExactly(200, 200, 200, 429, 429);
			assertThat(statuses(strict, 3, "Bearer bob", "1.1.1.")).containsExactly(200, 200, 200);
			// what was refused for its token took nothing from the others; tokens that
			// are
			// invented and headers that anybody can write make nobody another one
			assertThat(IntStream.range(0, 200)
				.map((i) -> statuses(strict, 1, "Bearer invented-" + i, "2.2." + i + ".").getFirst())
				.takeWhile((status) -> status == 200)
				.count()).isBetween(6L, 199L);
			String refused = RawHttp.exchange(port(strict), "GET " + BEHIND + " HTTP/1.1", "Host: a",
					"Connection: close");
			assertProblem(429, refused);
			assertThat(Integer.parseInt(RawHttp.header(refused, "Retry-After"))).isBetween(1, 2);
			assertThat(RawHttp.status(
					RawHttp.exchange(port(strict), "GET /actuator/health HTTP/1.1", "Host: a", "Connection: close")))
				.isEqualTo(200);
		}
	}

	private static List<Integer> statuses(ConfigurableApplicationContext gateway, int times, String authorization,
			String network) {
		List<Integer> statuses = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			statuses.add(RawHttp.status(RawHttp.exchange(port(gateway), "GET " + BEHIND + " HTTP/1.1", "Host: a",
					"Authorization: " + authorization, "X-Forwarded-For: " + network + i, "Connection: close")));
		}
		return statuses;
	}

	@Test
	void aDashboardOfAnotherOriginReadsThroughTheGateway() {
		String ahead = RawHttp.exchange(this.port, "OPTIONS " + BEHIND + " HTTP/1.1", "Host: a",
				"Origin: https://dash.example", "Access-Control-Request-Method: GET",
				"Access-Control-Request-Headers: authorization", "Connection: close");
		assertThat(RawHttp.status(ahead)).isEqualTo(200);
		String answer = RawHttp.exchange(this.port, "GET " + BEHIND + " HTTP/1.1", "Host: a",
				"Origin: https://dash.example", "Authorization: Bearer x", "Connection: close");
		assertThat(answer.lines().filter((line) -> line.toLowerCase().startsWith("access-control-allow-origin")))
			.containsExactly("Access-Control-Allow-Origin: https://dash.example");
		assertProblem(403, RawHttp.exchange(this.port, "OPTIONS " + BEHIND + " HTTP/1.1", "Host: a",
				"Origin: https://evil.example", "Access-Control-Request-Method: GET", "Connection: close"));
	}

	private static void assertProblem(int status, String answer) {
		assertThat(RawHttp.status(answer)).as(answer).isEqualTo(status);
		assertThat(RawHttp.header(answer, "Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer).contains("https://vivavoce.org/problems/");
	}

}
