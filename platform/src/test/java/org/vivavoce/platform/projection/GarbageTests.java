package org.vivavoce.platform.projection;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.EventCodec;
import org.vivavoce.contracts.Topics;
import org.vivavoce.testing.GarbageRecords;

import static org.assertj.core.api.Assertions.assertThat;

class GarbageTests {

	private static final int RECORDS = 100_000;

	private static final int BATCH = 500;

	private final EventCodec codec = new EventCodec(new Topics(""));

	@Test
	void whateverARecordHoldsItIsReadOrSetAsideWithAReason() {
		GarbageRecords garbage = GarbageRecords.ofClosings(1, this.codec, "c-1");
		int readable = 0;
		int unreadable = 0;
		for (int from = 0; from < RECORDS; from += BATCH) {
			List<ConsumerRecord<byte[], byte[]>> records = LongStream.range(from, from + BATCH)
				.mapToObj(garbage::next)
				.toList();
			Batch batch = Batch.decode(records, this.codec, Event::candidateId, Map.of(), 10_000);
			readable += batch.events().values().stream().mapToInt(List::size).sum();
			unreadable += batch.unreadable().size();
			assertThat(batch.unreadable()).allSatisfy((each) -> {
				assertThat(each.reason()).isNotBlank().hasSizeLessThan(1100).doesNotContain("\n");
				assertThat(DeadLetters.Rejected.of(each).kind()).isEqualTo("unreadable");
			});
		}
		assertThat(readable + unreadable).isEqualTo(RECORDS);
		assertThat(readable).as("some are still good").isGreaterThan(RECORDS / 100);
		assertThat(unreadable).as("most are broken").isGreaterThan(RECORDS / 4);
	}

}
