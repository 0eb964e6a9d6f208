package org.vivavoce.platform.projection;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.vivavoce.platform.store.Stored;

import static org.assertj.core.api.Assertions.assertThat;

class KnownDocumentsTests {

	private final KnownDocuments<String> known = new KnownDocuments<>(100);

	@Test
	void whatWasPutLastIsKnown() {
		put("a", 1, 10);
		put("a", 2, 10);
		assertThat(this.known.of(List.of("a", "b"))).isEqualTo(Map.of("a", new Stored<>("a", 2, "state")));
	}

	@Test
	void allTogetherTakeNoMoreThanTheyMay() {
		for (int i = 0; i < 1_000; i++) {
			put("c-" + i, 1, 30);
		}
		List<String> all = IntStream.range(0, 1_000).mapToObj((i) -> "c-" + i).toList();
		assertThat(this.known.of(all)).hasSizeBetween(1, 3);
	}

	@Test
	void whatIsLargerThanThatIsNotKept() {
		put("large", 1, 101);
		assertThat(this.known.of(List.of("large"))).isEmpty();
	}

	@Test
	void whatHasNoSizeIsNotKept() {
		this.known.put(new Stored<>("a", 1, "state"), Map.of());
		assertThat(this.known.of(List.of("a"))).isEmpty();
	}

	@Test
	void nothingIsKnownWhereNothingMayBe() {
		KnownDocuments<String> none = new KnownDocuments<>(0);
		none.put(new Stored<>("a", 1, "state"), Map.of("a", 1));
		assertThat(none.of(List.of("a"))).isEmpty();
	}

	@Test
	void someOrAllAreForgotten() {
		put("a", 1, 10);
		put("b", 1, 10);
		put("c", 1, 10);
		this.known.forget(List.of("a"));
		assertThat(this.known.of(List.of("a", "b", "c"))).containsOnlyKeys("b", "c");
		this.known.forgetAll();
		assertThat(this.known.of(List.of("a", "b", "c"))).isEmpty();
	}

	private void put(String id, long guard, int size) {
		this.known.put(new Stored<>(id, guard, "state"), Map.of(id, size));
	}

}
