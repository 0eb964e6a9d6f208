package org.vivavoce.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The writes that the services rely on, as MongoDB does them.
 */
class StoreWriteTests extends RunningStore {

	@Test
	void aBulkReportsTheStaleGuardAsADuplicateKeyAndAppliesTheRest() {
		this.collection.insertMany(List.of(document("a", "guard", 1), document("b", "guard", 5)));
		ReplaceOptions upsert = new ReplaceOptions().upsert(true);
		List<WriteModel<Document>> writes = List.of(
				new ReplaceOneModel<>(guarded("a", 1), document("a", "guard", 2), upsert),
				new ReplaceOneModel<>(guarded("b", 1), document("b", "guard", 2), upsert),
				new ReplaceOneModel<>(guarded("c", 0), document("c", "guard", 1), upsert));
		assertThatExceptionOfType(MongoBulkWriteException.class)
			.isThrownBy(() -> this.collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
			.satisfies((ex) -> {
				assertThat(ex.getWriteErrors()).singleElement()
					.satisfies((error) -> assertDuplicate(error, 1))
					.extracting(BulkWriteError::getMessage)
					.asString()
					.contains("E11000");
				assertThat(ex.getWriteResult().getModifiedCount()).isEqualTo(1);
				assertThat(ex.getWriteResult().getUpserts()).hasSize(1);
			});
		assertThat(this.collection.find()).containsExactlyInAnyOrder(document("a", "guard", 2),
				document("b", "guard", 5), document("c", "guard", 1));
	}

	@Test
	void aBulkOfUpdatesReportsTheStaleGuardToo() {
		this.collection.insertMany(List.of(document("a", "guard", 1), document("b", "guard", 5)));
		UpdateOptions upsert = new UpdateOptions().upsert(true);
		List<WriteModel<Document>> writes = List.of(
				new UpdateOneModel<>(guarded("b", 1), Updates.set("guard", 2), upsert),
				new UpdateOneModel<>(guarded("a", 1), Updates.inc("guard", 1), upsert));
		assertThatExceptionOfType(MongoBulkWriteException.class)
			.isThrownBy(() -> this.collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
			.satisfies((ex) -> assertThat(ex.getWriteErrors()).singleElement()
				.satisfies((error) -> assertDuplicate(error, 0)));
		assertThat(this.collection.find(Filters.eq("_id", "a")).first()).isEqualTo(document("a", "guard", 2));
	}

	@Test
	void anOutboxGrowsByPushAndShrinksByPull() {
		this.collection.insertOne(document("a", "outbox", List.of(event("1"))));
		update(Updates.pushEach("outbox", List.of(event("2"), event("3"))));
		update(Updates.pull("outbox", Filters.in("id", "1", "3")));
		assertThat(only()).isEqualTo(document("a", "outbox", List.of(event("2"))));
	}

	@Test
	void nestedDocumentsAreSetAndUnset() {
		this.collection.insertOne(document("a", "state", new Document("kept", 1).append("gone", 2)));
		update(Updates.combine(Updates.set("state.deep", new Document("er", List.of(1, 2))),
				Updates.unset("state.gone"), Updates.set("new.path", true)));
		assertThat(only())
			.isEqualTo(document("a", "state", new Document("kept", 1).append("deep", new Document("er", List.of(1, 2))),
					"new", new Document("path", true)));
	}

	@Test
	void findAndModifyReturnsTheNewDocument() {
		this.collection.insertOne(document("a", "n", 1));
		FindOneAndUpdateOptions after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
		assertThat(this.collection.findOneAndUpdate(guardedBy("a", "n", 1), Updates.inc("n", 1), after))
			.isEqualTo(document("a", "n", 2));
		assertThat(this.collection.findOneAndUpdate(guardedBy("a", "n", 1), Updates.inc("n", 1), after)).isNull();
		assertThat(this.collection.findOneAndUpdate(Filters.eq("_id", "b"), Updates.inc("n", 1), after.upsert(true)))
			.isEqualTo(document("b", "n", 1));
	}

	@Test
	void concurrentWritersLoseNothing() throws Exception {
		this.collection.insertOne(document("a", "n", 0, "list", List.of()));
		try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
			List<Future<?>> done = new ArrayList<>();
			for (int client = 0; client < 8; client++) {
				done.add(clients.submit(() -> {
					for (int i = 0; i < 50; i++) {
						update(Updates.combine(Updates.inc("n", 1), Updates.push("list", i)));
						Document read = only();
						assertThat(read.getList("list", Integer.class)).hasSize(read.getInteger("n"));
					}
				}));
			}
			for (Future<?> client : done) {
				client.get();
			}
		}
		assertThat(only()).containsEntry("n", 400);
	}

	private static void assertDuplicate(BulkWriteError error, int index) {
		assertThat(error.getCode()).isEqualTo(11000);
		assertThat(error.getIndex()).isEqualTo(index);
	}

	private void update(Bson change) {
		this.collection.updateOne(Filters.eq("_id", "a"), change);
	}

	private Document only() {
		return this.collection.find(Filters.eq("_id", "a")).cursor().next();
	}

	private static Document event(String id) {
		return new Document("id", id).append("data", new Document("x", 1));
	}

	private static Bson guarded(String id, int guard) {
		return guardedBy(id, "guard", guard);
	}

	private static Bson guardedBy(String id, String field, int guard) {
		return Filters.and(Filters.eq("_id", id), Filters.eq(field, guard));
	}

}
