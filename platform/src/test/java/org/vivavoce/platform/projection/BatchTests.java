package org.vivavoce.platform.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BatchTests {

	@ParameterizedTest
	@CsvSource({ "1, 1", "3, 1", "4, 2", "6, 2", "7, 3" })
	void aBatchIsDoneInPartsOfSoManyDocuments(int documents, int parts) {
		List<Map<String, List<Batch.Readable>>> done = batch(documents).parts(3);
		assertThat(done).hasSize(parts).allSatisfy((part) -> assertThat(part).hasSizeBetween(1, 3));
		assertThat(done.stream().flatMap((part) -> part.keySet().stream()))
			.containsExactlyElementsOf(batch(documents).events().keySet());
	}

	@Test
	void aBatchWithoutEventsHasNoParts() {
		assertThat(batch(0).parts(3)).isEmpty();
	}

	private static Batch batch(int documents) {
		Map<String, List<Batch.Readable>> events = new LinkedHashMap<>();
		IntStream.range(0, documents).forEach((each) -> events.put("c-" + each, new ArrayList<>()));
		return new Batch(events, List.of(), Map.of(), List.of());
	}

}
