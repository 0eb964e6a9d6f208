package org.vivavoce.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Readers and writers at the same time.
 */
class StoreConcurrencyTests extends RunningStore {

	private static final int BATCHES = 24;

	private static final int BATCH = 500;

	@Test
	void aReaderOfMoreThanFitsInMemoryIsNotDisturbedByWriters() {
		String content = "x".repeat(3_000);
		for (int batch = 0; batch < BATCHES; batch++) {
			int first = batch * BATCH;
			this.collection.insertMany(IntStream.range(first, first + BATCH)
				.mapToObj((i) -> document("d" + i, "content", content, "group", i % BATCH))
				.toList());
		}
		CompletableFuture<List<Integer>> reader = CompletableFuture
			.supplyAsync(() -> IntStream.range(0, 12).map((i) -> groups()).boxed().toList());
		Random random = new Random(20260504);
		while (!reader.isDone()) {
			this.collection.updateOne(Filters.eq("_id", "d" + random.nextInt(BATCHES * BATCH)),
					Updates.inc("changes", 1));
		}
		assertThat(reader.join()).hasSize(12).containsOnly(BATCH);
	}

	private int groups() {
		return this.collection.aggregate(List.of(Aggregates.group("$group", Accumulators.sum("count", 1))))
			.into(new ArrayList<Document>())
			.size();
	}

}
