package org.vivavoce.platform.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.platform.SampleService;
import org.vivavoce.testing.BackingServices;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole way of an event, outbox to projection, through a broker that asks who its
 * clients are; configured by Spring Boot's properties alone.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecuredBrokerIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(40);

	private static SecuredBroker secured;

	@BeforeAll
	static void startBroker(@TempDir Path directory) throws Exception {
		// the broker starts before the first service sets up the log
		LoggingSystem.get(SecuredBrokerIntegrationTests.class.getClassLoader())
			.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
		secured = SecuredBroker.start(directory);
	}

	@AfterAll
	static void stopBroker() {
		secured.close();
	}

	@Test
	void eventsFlowForAUserWithAPasswordWhoseTrustIsATlsBundle() {
		try (ConfigurableApplicationContext service = start("scram",
				"--spring.ssl.bundle.pem.kafka.truststore.certificate=" + secured.certificate().toUri(),
				"--spring.kafka.ssl.bundle=kafka", "--spring.kafka.properties.sasl.mechanism=SCRAM-SHA-512",
				"--spring.kafka.properties.sasl.jaas.config="
						+ SecuredBroker.login("viva-voce", SecuredBroker.PASSWORD))) {
			eventFlows(service);
			assertThat(readiness(service)).isEqualTo(200);
		}
	}

	@Test
	void eventsFlowForATokenWhoseTrustIsAFile() {
		try (ConfigurableApplicationContext service = start("oauth",
				"--spring.kafka.ssl.trust-store-location=" + secured.certificate().toUri(),
				"--spring.kafka.ssl.trust-store-type=PEM", "--spring.kafka.properties.sasl.mechanism=OAUTHBEARER",
				"--spring.kafka.properties.sasl.oauthbearer.token.endpoint.url=" + secured.token().toUri(),
				"--spring.kafka.properties.sasl.login.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
				"--spring.kafka.properties.sasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;")) {
			eventFlows(service);
		}
	}

	@Test
	void aWrongPasswordIsOneSentenceAndNotReadyAndLeaksNothing(CapturedOutput output) {
		try (ConfigurableApplicationContext service = start("wrong",
				"--spring.kafka.ssl.trust-store-location=" + secured.certificate().toUri(),
				"--spring.kafka.ssl.trust-store-type=PEM", "--spring.kafka.properties.sasl.mechanism=SCRAM-SHA-512",
				"--spring.kafka.properties.sasl.jaas.config=" + SecuredBroker.login("viva-voce", "wrong-password"))) {
			await().atMost(LONG).untilAsserted(() -> assertThat(readiness(service)).isEqualTo(503));
			assertThat(output).contains("Kafka does not let this service in: Authentication failed");
			assertThat(service.isRunning()).isTrue();
			assertThat(output.toString()
				.lines()
				.filter((line) -> line.contains("[secured-wrong]") && !line.contains(" INFO "))).hasSize(1);
			assertThat(output).doesNotContain("wrong-password").doesNotContain("\tat ");
		}
	}

	private static ConfigurableApplicationContext start(String name, String... security) {
		String[] common = { "--server.port=0", "--spring.application.name=secured-" + name,
				"--spring.kafka.bootstrap-servers=" + secured.broker().bootstrapServers(),
				"--spring.mongodb.uri=" + BackingServices.shared().mongodb() + "/secured-" + name,
				"--vivavoce.topics.prefix=" + name + ".", "--vivavoce.topics.partitions=2",
				"--spring.security.oauth2.resourceserver.jwt.public-key-location=" + Tokens.publicKeyLocation(),
				"--spring.kafka.security.protocol=SASL_SSL" };
		return new SpringApplicationBuilder(SampleService.class).registerShutdownHook(false)
			.run(Stream.concat(Stream.of(common), Stream.of(security)).toArray(String[]::new));
	}

	private static void eventFlows(ConfigurableApplicationContext service) {
		SampleService.Folded folded = service.getBean(SampleService.Folded.class);
		client(service).post()
			.uri("/tallies/c-secured/i-1")
			.headers((headers) -> headers.setBearerAuth(Tokens.of("interviewer-1", "interviews:write")))
			.exchange()
			.expectStatus()
			.isOk();
		await().atMost(LONG).untilAsserted(() -> assertThat(folded.touched).contains("c-secured"));
	}

	private static int readiness(ConfigurableApplicationContext service) {
		return client(service).get()
			.uri("/actuator/health/readiness")
			.exchange()
			.returnResult(byte[].class)
			.getStatus()
			.value();
	}

	private static WebTestClient client(ConfigurableApplicationContext service) {
		return WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + service.getEnvironment().getProperty("local.server.port"))
			.responseTimeout(Duration.ofSeconds(20))
			.build();
	}

}
