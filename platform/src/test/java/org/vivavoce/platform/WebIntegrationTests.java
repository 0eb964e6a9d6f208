package org.vivavoce.platform;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.contracts.EventType;
import org.vivavoce.testing.BackedByServices;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@BackedByServices
class WebIntegrationTests {

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

	@ParameterizedTest
	@ValueSource(strings = { "/limited", "/limited?number=x" })
	void badQueryParametersAreNamed(String uri) {
		as(Tokens.of("ada", "reports:read")).get()
			.uri(uri)
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(PROBLEM)
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).contains("number"));
	}

	@Test
	void internalErrorsRevealNothing() {
		this.client.get()
			.uri("/fails")
			.exchange()
			.expectStatus()
			.isEqualTo(500)
			.expectHeader()
			.contentType(PROBLEM)
			.expectBody(String.class)
			.value((body) -> assertThat(body).doesNotContain("secret", "Exception", "at org."));
	}

	@Test
	void unknownAddressesAreProblems() {
		this.client.get().uri("/nowhere").exchange().expectStatus().isNotFound().expectHeader().contentType(PROBLEM);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/me%2fyou", "/me%00", "/me;a=b", "//me" })
	void addressesThatTheFirewallRejectsAreProblems(String path) {
		this.client.get()
			.uri(java.net.URI.create("http://localhost:" + this.port + path))
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(PROBLEM);
	}

	@Test
	void aMethodThatIsNotSupportedIsAProblem() {
		this.client.delete().uri("/me").exchange().expectStatus().isEqualTo(405).expectHeader().contentType(PROBLEM);
	}

	@Test
	void aWholeNumberMayBeWrittenWithAPoint() {
		post("{\"text\":\"ok\",\"number\":3.0}").expectStatus().isCreated();
		post("{\"text\":\"ok\",\"number\":3.5}").expectStatus().isEqualTo(422);
		post("{\"text\":\"ok\",\"number\":1e400}").expectStatus().isEqualTo(422);
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "W/none", "\"a" })
	void whatIsNoListOfTagsMatchesNothing(String ifNoneMatch) {
		this.client.get().uri("/me").header("If-None-Match", ifNoneMatch).exchange().expectStatus().isOk();
		this.client.post()
			.uri("/bodies")
			.header("If-None-Match", ifNoneMatch)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"text\":\"ok\",\"number\":3}")
			.exchange()
			.expectStatus()
			.isCreated();
	}

	@Test
	void bodiesThatAreNotValidAreNamedByPointer() {
		post("{\"text\":\"too long\",\"number\":1}").expectStatus()
			.isEqualTo(422)
			.expectHeader()
			.contentType(PROBLEM)
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("/text");
		post("{\"text\":\"ok\",\"number\":\"3\"}").expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("/number");
		post("{\"text\":\"ok\",\"number\":2.5}").expectStatus().isEqualTo(422);
		post("{\"text\":\"ok\",\"number\":99999999999}").expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("/number");
		post("{\"text\":7,\"number\":1}").expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("/text");
		post("{\"text\":").expectStatus().isBadRequest().expectHeader().contentType(PROBLEM);
		post("").expectStatus().isBadRequest();
	}

	@Test
	void aBodyOfAnotherMediaTypeIsRefused() {
		this.client.post()
			.uri("/bodies")
			.contentType(MediaType.TEXT_PLAIN)
			.bodyValue("x")
			.exchange()
			.expectStatus()
			.isEqualTo(415)
			.expectHeader()
			.contentType(PROBLEM);
	}

	@Test
	void bodiesAreBounded() {
		post("{\"text\":\"" + "x".repeat(1024 * 1024) + "\"}").expectStatus()
			.isEqualTo(413)
			.expectHeader()
			.contentType(PROBLEM);
		this.client.post()
			.uri("/large")
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.bodyValue(new byte[1536 * 1024])
			.exchange()
			.expectStatus()
			.isOk();
		this.client.post()
			.uri("/large")
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.bodyValue(new byte[2 * 1024 * 1024 + 1])
			.exchange()
			.expectStatus()
			.isEqualTo(413);
	}

	@Test
	void aBodyThatDoesNotSayItsSizeIsBoundedToo() {
		Flux<DataBuffer> chunks = Flux.range(0, 48)
			.map((number) -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[64 * 1024]));
		this.client.post()
			.uri("/large")
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.body(chunks, DataBuffer.class)
			.exchange()
			.expectStatus()
			.isEqualTo(413)
			.expectHeader()
			.contentType(PROBLEM);
		this.client.get().uri("/me").exchange().expectStatus().isOk();
	}

	@Test
	void anIdempotencyKeyGivesTheFirstAnswerAgain() {
		byte[] first = keyed("k-1", "ada", "{\"text\":\"a\",\"number\":1}", 201);
		assertThat(keyed("k-1", "ada", "{\"number\":1, \"text\":\"a\"}", 201)).isEqualTo(first);
		keyed("k-1", "ada", "{\"text\":\"b\",\"number\":1}", 409);
		assertThat(keyed("k-1", "bob", "{\"text\":\"a\",\"number\":1}", 201)).isNotEqualTo(first);
		assertThat(keyed("k-2", "ada", "{\"text\":\"a\",\"number\":1}", 201)).isNotEqualTo(first);
		keyed("not a key", "ada", "{\"text\":\"a\",\"number\":1}", 400);
	}

	private byte[] keyed(String key, String caller, String body, int status) {
		byte[] answer = as(Tokens.of(caller)).post()
			.uri("/bodies")
			.header("Idempotency-Key", key)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.returnResult()
			.getResponseBody();
		return (answer != null) ? answer : new byte[0];
	}

	@Test
	void theApiIsDocumentedWithItsProblems() {
		this.anonymous.get()
			.uri("/docs/sample-service.json")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.openapi")
			.value(String.class, (version) -> assertThat(version).startsWith("3.1"))
			.jsonPath("$.info.description")
			.value(String.class, (about) -> assertThat(about).contains("/docs/asyncapi.yaml", "answer-scored.v1.json"))
			.jsonPath("$.paths['/me'].get.responses['401']")
			.exists()
			.jsonPath("$.paths['/me'].get.parameters")
			.doesNotExist();
	}

	@Test
	void theEventsAreDescribedWhereTheDocumentRefersTo() {
		String document = docs("/docs/asyncapi.yaml");
		assertThat(document).startsWith("#").contains("asyncapi: 3.0.0");
		List<String> references = Pattern.compile("\\$ref: '?([^'#\\s][^'\\s]*)")
			.matcher(document)
			.results()
			.map((found) -> found.group(1))
			.toList();
		assertThat(references).hasSize(EventType.values().length)
			.allSatisfy((reference) -> assertThat(docs("/docs/" + reference))
				.contains("\"$id\": \"https://vivavoce.org/" + reference + "\""));
		this.anonymous.get()
			.uri("/docs/schemas/unknown.v1.json")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(PROBLEM);
	}

	private String docs(String path) {
		return Objects.requireNonNull(this.anonymous.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType(path.endsWith(".json") ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_YAML)
			.expectBody(String.class)
			.returnResult()
			.getResponseBody());
	}

	private WebTestClient.ResponseSpec post(String body) {
		return this.client.post().uri("/bodies").contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
	}

}
