package org.vivavoce.platform.store;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WantedIndexTests {

	private static final WantedIndex WANTED = new WantedIndex("cards",
			new IndexModel(Indexes.compoundIndex(Indexes.ascending("owner"), Indexes.descending("at")),
					new IndexOptions().expireAfter(60L, TimeUnit.SECONDS)));

	private static final Document KEYS = new Document("owner", 1.0).append("at", -1L);

	@Test
	void theSameIndexIsThereUnderAnyNameAndNumberType() {
		Document there = index("other", KEYS).append("expireAfterSeconds", 60);
		assertThat(WANTED.isAmong(List.of(there))).isTrue();
		assertThat(WANTED.conflicts(List.of(there))).isEmpty();
	}

	@Test
	void otherIndexesDoNotKeepItFromBeingCreated() {
		List<Document> there = List.of(index("_id_", new Document("_id", 1)),
				index("turned", new Document("at", -1).append("owner", 1)));
		assertThat(WANTED.isAmong(there)).isFalse();
		assertThat(WANTED.conflicts(there)).isEmpty();
	}

	@Test
	void anotherOptionIsNamedWithItsDifference() {
		assertThat(WANTED.conflicts(List.of(index("owner_1_at_-1", KEYS)))).containsExactly(
				"Index owner_1_at_-1 of cards is not as wanted and stays as it is: expireAfterSeconds is null, wanted is 60; drop it, and the next start creates it");
	}

	@Test
	void otherKeysUnderItsNameAreNamed() {
		assertThat(WANTED.conflicts(List.of(index("owner_1_at_-1", new Document("owner", 1))))).containsExactly(
				"Index owner_1_at_-1 of cards is not as wanted and stays as it is: keys are {\"owner\": 1}, wanted is {\"owner\": 1, \"at\": -1}; drop it, and the next start creates it");
	}

	private static Document index(String name, Document keys) {
		return new Document("name", name).append("key", keys);
	}

}
