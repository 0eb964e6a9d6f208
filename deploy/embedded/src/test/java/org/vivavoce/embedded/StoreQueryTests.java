package org.vivavoce.embedded;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reads that the services rely on, as MongoDB does them.
 */
class StoreQueryTests extends CardsInStore {

	@Test
	void pagesContinueAfterAKey() {
		Bson after = Filters.or(Filters.gt("score", 50.0),
				Filters.and(Filters.eq("score", 50.0), Filters.gt("_id", "b")));
		assertThat(ids(after, Sorts.ascending("score", "_id"), 1)).containsExactly("c");
		assertThat(ids(after, Sorts.ascending("score", "_id"), 10)).containsExactly("c", "a");
		assertThat(ids(Filters.and(Filters.eq("outcome", "hold"), after), Sorts.descending("score", "_id"), 10))
			.containsExactly("c");
	}

	@Test
	void missingScoresSortFirst() {
		assertThat(ids(Filters.empty(), Sorts.ascending("score", "_id"), 2)).containsExactly("d", "b");
		assertThat(ids(Filters.empty(), Sorts.descending("score", "_id"), 2)).containsExactly("a", "c");
	}

	@Test
	void rangesOfTimesAndNumbers() {
		assertThat(ids(Filters.gte("at", Date.from(Instant.parse("2026-01-01T00:00:00Z"))), Sorts.ascending("_id"), 9))
			.hasSize(4);
		assertThat(ids(Filters.and(Filters.gte("score", 50), Filters.lt("score", 70L)), Sorts.ascending("_id"), 9))
			.containsExactly("b", "c");
	}

	@Test
	void elementsOfArraysMatchTogether() {
		assertThat(ids(
				Filters.elemMatch("interviews",
						Filters.and(Filters.eq("technology", "Java"), Filters.eq("state", "closed"))),
				Sorts.ascending("_id"), 9))
			.containsExactly("a", "c");
		assertThat(ids(
				Filters.elemMatch("interviews",
						Filters.and(Filters.eq("technology", "Java"), Filters.eq("state", "open"))),
				Sorts.ascending("_id"), 9))
			.isEmpty();
		assertThat(ids(Filters.eq("interviews.panel", "ann"), Sorts.ascending("_id"), 9)).containsExactly("a", "b",
				"d");
	}

	@Test
	void textIsFoundWithoutItsCase() {
		assertThat(ids(Filters.regex("interviews.technology", "^jA", "i"), Sorts.ascending("_id"), 9))
			.containsExactly("a", "c");
	}

	@Test
	void documentsAreCounted() {
		assertThat(this.collection.countDocuments()).isEqualTo(4);
		assertThat(this.collection.countDocuments(Filters.eq("outcome", "hold"))).isEqualTo(2);
		assertThat(this.collection.countDocuments(Filters.exists("nowhere"))).isZero();
	}

	@Test
	void groupsAreSummed() {
		assertThat(this.collection.aggregate(List.of(Aggregates.match(Filters.gt("score", 0)),
				Aggregates.group("$outcome", Accumulators.avg("mean", "$score"), Accumulators.sum("count", 1)),
				Aggregates.sort(Sorts.ascending("_id")))))
			.containsExactly(document("advance", "mean", 70.5, "count", 1), document("hold", "mean", 50.0, "count", 2));
	}

	@Test
	void projectionsKeepWhatIsAskedFor() {
		assertThat(this.collection.find(Filters.in("_id", "a", "x"))
			.projection(Projections.fields(Projections.include("interviews.panel"), Projections.excludeId())))
			.containsExactly(
					new Document("interviews", List.of(new Document("panel", List.of("ann")), new Document())));
	}

}
