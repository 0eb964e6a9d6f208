package org.vivavoce.platform;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.mongodb.client.model.Updates;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.EventType;
import org.vivavoce.platform.SampleService.Tally;
import org.vivavoce.platform.outbox.Envelopes;
import org.vivavoce.platform.outbox.EventPublisher;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.testing.BackedByServices;
import org.vivavoce.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An instance that was slow publishes a name behind the tombstone of another one: the
 * last record of the key still says that the person is forgotten.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@BackedByServices
class ForgottenNameIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	@Autowired
	private AggregateStore<Tally> written;

	@Autowired
	private TestTopics topics;

	@Autowired
	private Envelopes envelopes;

	@Autowired
	private EventPublisher publisher;

	@Autowired
	private ReactiveMongoDatabaseFactory databases;

	@Test
	void theTombstoneHasTheLastWord() {
		write(new CandidateProfiled("c-forgotten", "Ada", Map.of()));
		write(new CandidateForgotten("c-forgotten"));
		await().atMost(LONG).untilAsserted(() -> assertThat(last("c-forgotten")).isNull());
		publishLate(new CandidateProfiled("c-forgotten", "Ada", Map.of()));
		assertThat(last("c-forgotten")).contains("Ada");
		makeDue("c-forgotten");
		await().atMost(LONG).untilAsserted(() -> assertThat(last("c-forgotten")).isNull());
	}

	@Test
	void whoIsKnownAgainStaysKnown() {
		write(new CandidateProfiled("c-back", "Ada", Map.of()));
		write(new CandidateForgotten("c-back"));
		write(new CandidateProfiled("c-back", "Grace", Map.of()));
		publishLate(new CandidateProfiled("c-back", "Ada", Map.of()));
		makeDue("c-back");
		await().atMost(LONG).untilAsserted(() -> {
			assertThat(last("c-back")).contains("Grace");
			assertThat(delayed("c-back")).isEmpty();
		});
	}

	private void write(Event event) {
		this.written
			.change(event.candidateId(), (current) -> Decision.write(current.orElse(new Tally(List.of())), event, 0))
			.block(LONG);
	}

	/**
	 * What another instance had in its queue.
	 */
	private void publishLate(Event event) {
		this.publisher.publish(List.of(this.envelopes.stamp(event))).block(LONG);
	}

	private void makeDue(String id) {
		assertThat(delayed(id)).isNotEmpty();
		Mono.from(this.databases.getMongoDatabase()
			.blockOptional(LONG)
			.orElseThrow()
			.getCollection("written")
			.updateOne(new Document("_id", id), Updates.set("delayed.0.due", Date.from(Instant.EPOCH)))).block(LONG);
	}

	private List<Document> delayed(String id) {
		return Mono
			.from(this.databases.getMongoDatabase()
				.blockOptional(LONG)
				.orElseThrow()
				.getCollection("written")
				.find(new Document("_id", id))
				.first())
			.blockOptional(LONG)
			.orElseThrow()
			.getList("delayed", Document.class, List.of());
	}

	/**
	 * What compaction would leave of a key.
	 */
	private @Nullable String last(String id) {
		ConsumerRecord<byte[], byte[]> last = this.topics.readRaw(EventType.CANDIDATE_PROFILED)
			.stream()
			.filter((message) -> id.equals(new String(message.key(), StandardCharsets.UTF_8)))
			.reduce((one, other) -> other)
			.orElseThrow();
		return (last.value() != null) ? new String(last.value(), StandardCharsets.UTF_8) : null;
	}

}
