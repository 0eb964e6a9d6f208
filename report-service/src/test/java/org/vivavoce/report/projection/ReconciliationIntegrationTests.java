package org.vivavoce.report.projection;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.Level;
import org.vivavoce.platform.projection.ProjectionContainers;
import org.vivavoce.platform.reconciliation.RecordDigest;
import org.vivavoce.report.ReportServiceTest;
import org.vivavoce.report.Service;
import org.vivavoce.report.scorecard.History;
import org.vivavoce.testing.TestTopics;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@ReportServiceTest
class ReconciliationIntegrationTests {

	private static final String RECONCILIATION = "/api/v1/projections/scorecards/reconciliation";

	@Autowired
	private Service service;

	@Autowired
	private TestTopics topics;

	@Autowired
	private ProjectionContainers containers;

	@Value("${vivavoce.topics.prefix}")
	private String prefix;

	@Value("${spring.kafka.bootstrap-servers}")
	private String brokers;

	@Value("${local.server.port}")
	private int port;

	@TempDir
	private Path directory;

	@Test
	void theExampleProgramComputesTheSameFromTheTopics() throws IOException, InterruptedException {
		this.topics.sendRaw(EventType.ANSWER_SCORED, "rc-1", "not json", Map.of("ce_id", "x"));
		this.topics.sendRaw(EventType.ANSWER_SCORED, null, null, Map.of());
		this.service.sendAndAwait(history("rc-1"));
		this.service.send(history("rc-2").forgotten());
		awaitApplied();
		assertThat(partitions(reconcile()).mapToLong((each) -> each.get("unreadable").asLong()).sum())
			.isGreaterThanOrEqualTo(2);
		Path token = Files.writeString(this.directory.resolve("admin.jwt"), Tokens.of("root", "admin"));
		Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				place(KafkaConsumer.class) + System.getProperty("path.separator") + place(Logger.class),
				Path.of("..", "examples", "Reconcile.java").toString(), this.brokers, "http://localhost:" + this.port,
				token.toString())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(printed).contains("same " + this.prefix + "candidate-profiled").endsWith(" 0 different\n");
		assertThat(program.exitValue()).isZero();
	}

	@Test
	void anyEarlierOffsetCanBeReconciledAcrossCheckpoints() {
		for (int i = 0; i < 12; i++) {
			this.service.send(History.of("rc-3").at(i).served("iv", "q-" + i, Level.MID));
		}
		awaitApplied();
		List<ConsumerRecord<byte[], byte[]>> partition = partitionOf("rc-3");
		long end = partition.getLast().offset() + 1;
		assertThat(end).isGreaterThan(10);
		LongStream.rangeClosed(0, end).forEach((offset) -> {
			JsonNode found = partitions(reconcile(asked(partition.getFirst(), offset))).toList().getFirst();
			List<ConsumerRecord<byte[], byte[]>> before = partition.stream()
				.filter((message) -> message.offset() < offset)
				.toList();
			BigInteger digest = before.stream().map(RecordDigest::of).reduce(BigInteger.ZERO, RecordDigest::sum);
			assertThat(found.get("applied").asLong() + found.get("unreadable").asLong()).isEqualTo(before.size());
			assertThat(found.get("to").asLong()).isEqualTo(offset);
			assertThat(RecordDigest.sum(RecordDigest.parse(found.get("digest").asString()),
					RecordDigest.parse(found.get("unreadableDigest").asString())))
				.isEqualTo(digest);
		});
	}

	@Test
	void anOffsetThatIsNotAppliedYetIsAConflictWithTheLag() {
		this.service.sendAndAwait(history("rc-4"));
		awaitApplied();
		this.containers.stop();
		try {
			this.service.send(History.of("rc-4").at(9).served("iv", "q2", Level.MID));
			ConsumerRecord<byte[], byte[]> last = partitionOf("rc-4").getLast();
			String detail = ask(asked(last, last.offset() + 1)).expectStatus()
				.isEqualTo(HttpStatus.CONFLICT)
				.expectHeader()
				.valueEquals("Retry-After", "1")
				.expectBody(String.class)
				.returnResult()
				.getResponseBody();
			assertThat(detail).contains("is applied up to the offset " + last.offset() + ", 1 before");
		}
		finally {
			this.containers.start();
		}
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(this::awaitApplied);
	}

	@Test
	void nonsenseIsRefused() {
		ConsumerRecord<byte[], byte[]> last = partitionOfAny();
		ask(asked(last, 1_000_000_000)).expectStatus().isEqualTo(422).expectBody(String.class);
		ask("nobody:0:0").expectStatus().isEqualTo(422).expectBody(String.class);
		ask(last.topic() + ":999:0").expectStatus().isEqualTo(422).expectBody(String.class);
		ask(last.topic() + ":0").expectStatus().isBadRequest().expectBody(String.class);
		ask(last.topic() + ":0:-1").expectStatus().isBadRequest().expectBody(String.class);
		this.service.recruiter()
			.get()
			.uri(RECONCILIATION)
			.exchange()
			.expectStatus()
			.isForbidden()
			.expectBody(String.class);
	}

	private void awaitApplied() {
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(lag()).isZero());
	}

	private long lag() {
		return this.service.get(this.service.as("root", "admin"), "/api/v1/projections/scorecards").get("lag").asLong();
	}

	private List<ConsumerRecord<byte[], byte[]>> partitionOf(String candidate) {
		List<ConsumerRecord<byte[], byte[]>> all = this.topics.readRaw(EventType.QUESTION_SERVED);
		int partition = all.stream()
			.filter((message) -> candidate.equals(new String(message.key(), StandardCharsets.UTF_8)))
			.findFirst()
			.orElseThrow()
			.partition();
		return all.stream().filter((message) -> message.partition() == partition).toList();
	}

	private ConsumerRecord<byte[], byte[]> partitionOfAny() {
		this.service.sendAndAwait(history("rc-5"));
		return partitionOf("rc-5").getLast();
	}

	private static String asked(ConsumerRecord<byte[], byte[]> message, long offset) {
		return message.topic() + ":" + message.partition() + ":" + offset;
	}

	private WebTestClient.ResponseSpec ask(String offset) {
		return this.service.as("root", "admin").get().uri(RECONCILIATION + "?offset={offset}", offset).exchange();
	}

	private JsonNode reconcile() {
		return this.service.get(this.service.as("root", "admin"), RECONCILIATION);
	}

	private JsonNode reconcile(String offset) {
		return this.service.get(this.service.as("root", "admin"), RECONCILIATION + "?offset={offset}", offset);
	}

	private static java.util.stream.Stream<JsonNode> partitions(JsonNode reconciled) {
		return reconciled.get("partitions").valueStream();
	}

	private static String place(Class<?> type) {
		return Path.of(java.net.URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
			.toString();
	}

	private static History history(String candidate) {
		return History.of(candidate).opened("iv").served("iv", "q", Level.MID).scored("iv", "q", "ann", 3).closed("iv");
	}

}
