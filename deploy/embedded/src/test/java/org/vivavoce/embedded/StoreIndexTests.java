package org.vivavoce.embedded;

import java.util.List;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Indexes change how fast an answer comes, never the answer.
 */
class StoreIndexTests extends CardsInStore {

	private static final Bson BY_ID = Sorts.ascending("_id");

	private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

	@Test
	void aUniqueIndexRefusesASecondDocument() {
		this.collection.createIndex(Indexes.ascending("outcome", "key"), new IndexOptions().unique(true));
		assertThatExceptionOfType(MongoWriteException.class)
			.isThrownBy(() -> this.collection.insertOne(document("x", "outcome", "hold", "key", "b")))
			.satisfies((ex) -> assertThat(ex.getError().getCode()).isEqualTo(11000));
		this.collection.insertOne(document("x", "outcome", "hold", "key", "x"));
	}

	@Test
	void aUniqueIndexCoversTheElementsOfArrays() {
		this.collection.createIndex(Indexes.ascending("tags"), new IndexOptions().unique(true).sparse(true));
		this.collection.insertOne(document("x", "tags", List.of("one", "two")));
		assertThatExceptionOfType(MongoWriteException.class)
			.isThrownBy(() -> this.collection.insertOne(document("y", "tags", List.of("two", "three"))));
		assertThat(ids(Filters.eq("tags", "one"), BY_ID, 9)).containsExactly("x");
		this.collection.deleteOne(Filters.eq("_id", "x"));
		this.collection.insertOne(document("y", "tags", List.of("two", "three")));
	}

	@Test
	void otherIndexesDoNotChangeAnswers() {
		this.collection.createIndex(Indexes.ascending("interviews.panel"));
		this.collection.createIndex(Indexes.compoundIndex(Indexes.descending("score"), Indexes.ascending("_id")));
		assertThat(ids(Filters.and(Filters.eq("interviews.panel", "ann"), Filters.gt("score", 50)), BY_ID, 9))
			.containsExactly("a");
		assertThat(ids(Filters.empty(), Sorts.ascending("score", "_id"), 2)).containsExactly("d", "b");
		this.collection.deleteOne(Filters.eq("_id", "c"));
		this.collection.replaceOne(Filters.eq("_id", "b"), card("b", 10.0, "Java", "decline", "dan"));
		assertThat(ids(Filters.eq("interviews.panel", "ann"), BY_ID, 9)).containsExactly("a", "d");
		assertThat(ids(Filters.empty(), Sorts.descending("score", "_id"), 2)).containsExactly("a", "b");
	}

	@Test
	void anIndexFollowsItsDocuments() {
		this.collection.createIndex(Indexes.ascending("interviews.panel", "score"));
		this.collection.insertMany(List.of(card("e", 1.0, "Go", "hold", "eve"), card("f", 2.0, "Go", "hold", "fay")));
		this.collection.replaceOne(Filters.eq("_id", "e"), card("e", 1.0, "Go", "hold", "fay", "ann"));
		this.collection.updateOne(Filters.eq("interviews.panel", "cid"), Updates.set("interviews.0.panel", "eve"));
		this.collection.deleteOne(Filters.eq("interviews.panel", "bob"));
		this.collection.updateOne(Filters.eq("_id", "g"), Updates.set("interviews.panel", "eve"), UPSERT);
		assertThat(ids(Filters.eq("interviews.panel", "eve"), BY_ID, 9)).containsExactly("c", "g");
		assertThat(ids(Filters.in("interviews.panel", "fay", "ann"), BY_ID, 9)).containsExactly("a", "d", "e", "f");
		assertThat(ids(Filters.in("interviews.panel", "bob", "cid"), BY_ID, 9)).isEmpty();
	}

	@Test
	void anIndexDoesNotTellNumbersApartByTheirType() {
		this.collection.createIndex(Indexes.ascending("number"));
		this.collection.insertMany(List.of(document("x", "number", 7), document("y", "number", 7L),
				document("z", "number", 7.0), document("w", "number", 8)));
		assertThat(ids(Filters.eq("number", 7), BY_ID, 9)).containsExactly("x", "y", "z");
		assertThat(ids(Filters.in("number", 7.0, 8L), BY_ID, 9)).hasSize(4);
		assertThat(ids(Filters.eq("number", null), BY_ID, 9)).containsExactly("a", "b", "c", "d");
		assertThat(ids(Filters.ne("number", 7), BY_ID, 9)).hasSize(5);
	}

	@Test
	void aDroppedIndexCanBeCreatedAgain() {
		this.collection.createIndex(Indexes.ascending("outcome"));
		this.collection.dropIndex("outcome_1");
		this.collection.updateOne(Filters.eq("_id", "a"), Updates.set("outcome", "hold"));
		this.collection.createIndex(Indexes.ascending("outcome"));
		assertThat(ids(Filters.eq("outcome", "hold"), BY_ID, 9)).containsExactly("a", "b", "c");
		this.collection.drop();
		this.collection.insertOne(card("h", 1.0, "Go", "hold"));
		this.collection.createIndex(Indexes.ascending("outcome"));
		assertThat(ids(Filters.eq("outcome", "hold"), BY_ID, 9)).containsExactly("h");
	}

}
