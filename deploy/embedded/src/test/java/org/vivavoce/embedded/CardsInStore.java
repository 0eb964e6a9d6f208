package org.vivavoce.embedded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/**
 * A store with four scorecards.
 */
abstract class CardsInStore extends RunningStore {

	@BeforeEach
	void cards() {
		this.collection.insertMany(
				List.of(card("a", 70.5, "Java", "advance", "ann"), card("b", 50.0, "Django", "hold", "bob", "ann"),
						card("c", 50.0, "Java", "hold", "cid"), card("d", null, "Go", "incomplete", "ann")));
	}

	List<String> ids(Bson filter, Bson sort, int limit) {
		return this.collection.find(filter)
			.sort(sort)
			.limit(limit)
			.map((found) -> found.getString("_id"))
			.into(new ArrayList<>());
	}

	static Document card(String id, @Nullable Double score, String technology, String outcome, String... panel) {
		return document(id, "score", score, "outcome", outcome, "key", id, "at",
				Date.from(Instant.parse("2026-05-01T10:00:00Z")), "interviews", List.of(
						new Document("technology", technology).append("state", "closed")
							.append("panel", List.of(panel)),
						new Document("technology", "Other").append("state", "open")));
	}

}
