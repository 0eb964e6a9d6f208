package org.vivavoce.platform.store;

import java.time.Duration;
import java.util.List;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.SimpleReactiveMongoDatabaseFactory;

import org.vivavoce.testing.BackingServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class IndexesIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	@Test
	void indexesAreCreatedOnceAndShownAndOneThatDiffersIsNamedAndKept(CapturedOutput output) {
		try (MongoClient client = MongoClients.create(BackingServices.shared().mongodb())) {
			MongoCollection<Document> cards = client.getDatabase("indexes-shown").getCollection("cards");
			Mono.from(cards.createIndex(new Document("owner", 1), new IndexOptions().unique(true))).block(LONG);
			start(client);
			await().atMost(LONG)
				.untilAsserted(() -> assertThat(output)
					.contains("Indexes created: cards.name_1, cards.name_1_at_-1; already there: none"));
			assertThat(output).contains(
					"Index owner_1 of cards is not as wanted and stays as it is: unique is true, wanted is false");
			start(client);
			await().atMost(LONG)
				.untilAsserted(() -> assertThat(output)
					.contains("Indexes created: none; already there: cards.name_1, cards.name_1_at_-1"));
		}
	}

	private static void start(MongoClient client) {
		Indexes indexes = new Indexes(new SimpleReactiveMongoDatabaseFactory(client, "indexes-shown"));
		indexes.want("cards", List.of(new IndexModel(new Document("name", 1), new IndexOptions().sparse(true)),
				new IndexModel(new Document("name", 1).append("at", -1)), new IndexModel(new Document("owner", 1))));
		indexes.start();
	}

}
