package org.vivavoce.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StoreDurabilityTests {

	/** More of them by {@code -Pendurance}. */
	private static final int KILLS = 2 * Integer.getInteger("vivavoce.endurance", 1);

	private static final int CLIENTS = 8;

	private static final int ROUNDS_BEFORE_THE_KILL = 400;

	@TempDir
	Path directory;

	/**
	 * Every client inserts a document and counts it in a document of its own, in turn.
	 */
	@Test
	void everyAcknowledgedWriteSurvivesKills() throws Exception {
		Map<Integer, Integer> acknowledged = new HashMap<>();
		for (int kill = 0; kill < KILLS; kill++) {
			try (HostProcess host = HostProcess.start(EmbeddedStore.class, this.directory, 0)) {
				writeUntilKilled(host, acknowledged);
			}
			try (EmbeddedStore store = EmbeddedStore.start(this.directory, 0);
					MongoClient client = MongoClients.create(store.connectionString())) {
				verify(client, acknowledged);
			}
		}
	}

	private void writeUntilKilled(HostProcess host, Map<Integer, Integer> acknowledged) throws Exception {
		CountDownLatch rounds = new CountDownLatch(ROUNDS_BEFORE_THE_KILL);
		try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
				MongoClient client = MongoClients.create(host.address() + "/?serverSelectionTimeoutMS=1000")) {
			inserts(client).createIndex(Indexes.ascending("client", "number"), new IndexOptions().unique(true));
			List<Future<Integer>> last = new ArrayList<>();
			for (int number = 0; number < CLIENTS; number++) {
				int writer = number;
				int from = acknowledged.getOrDefault(writer, 0);
				last.add(clients.submit(() -> write(client, writer, from, rounds)));
			}
			assertThat(rounds.await(20, TimeUnit.SECONDS)).as("enough writes before the kill").isTrue();
			host.kill();
			for (int writer = 0; writer < CLIENTS; writer++) {
				acknowledged.put(writer, last.get(writer).get());
			}
		}
	}

	/** Returns the number of the last round that was acknowledged. */
	private static int write(MongoClient client, int writer, int from, CountDownLatch rounds) {
		int done = from;
		try {
			while (true) {
				int next = done + 1;
				// what the kill left unacknowledged may be there already
				inserts(client).updateOne(Filters.eq("_id", writer + "-" + next),
						Updates.combine(Updates.set("client", writer), Updates.set("number", next)),
						new UpdateOptions().upsert(true));
				counts(client).updateOne(Filters.eq("_id", writer), Updates.max("count", next),
						new UpdateOptions().upsert(true));
				done = next;
				rounds.countDown();
			}
		}
		catch (MongoException ex) {
			return done;
		}
	}

	private static void verify(MongoClient client, Map<Integer, Integer> acknowledged) {
		acknowledged.forEach((writer, last) -> {
			Document count = counts(client).find(Filters.eq("_id", writer)).first();
			assertThat(count).isNotNull().extracting("count").isIn(last, last + 1);
			for (int number = 1; number <= last; number++) {
				Document inserted = new Document("_id", writer + "-" + number).append("client", writer)
					.append("number", number);
				assertThat(inserts(client).find(Filters.eq("_id", writer + "-" + number)).first())
					.as("document by its id")
					.isEqualTo(inserted);
				assertThat(inserts(client).find(new Document("client", writer).append("number", number)).first())
					.as("document by its unique index")
					.isEqualTo(inserted);
			}
		});
	}

	@Test
	void aKilledStoreOpensAgainEvenWhileItCompacts() throws Exception {
		int last = 0;
		String payload = "x".repeat(20_000);
		for (int kill = 0; kill < KILLS; kill++) {
			try (HostProcess host = HostProcess.start(EmbeddedStore.class, this.directory, 0);
					MongoClient client = MongoClients.create(host.address())) {
				long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1300 + 150L * (kill % 3));
				while (System.nanoTime() < end) {
					last++;
					counts(client).updateOne(Filters.eq("_id", last % 100),
							Updates.combine(Updates.set("count", last), Updates.set("payload", payload)),
							new UpdateOptions().upsert(true));
				}
				host.kill();
			}
			try (EmbeddedStore store = EmbeddedStore.start(this.directory, 0);
					MongoClient client = MongoClients.create(store.connectionString())) {
				for (int number = Math.max(1, last - 99); number <= last; number++) {
					assertThat(counts(client).find(Filters.eq("_id", number % 100)).first()).isNotNull()
						.extracting("count")
						.isEqualTo(number);
				}
			}
		}
	}

	private static MongoCollection<Document> inserts(MongoClient client) {
		return client.getDatabase("test").getCollection("inserts");
	}

	private static MongoCollection<Document> counts(MongoClient client) {
		return client.getDatabase("test").getCollection("counts");
	}

}
