package org.vivavoce.platform.reconciliation;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The digests were computed by another program.
 */
class RecordDigestTests {

	private static final ConsumerRecord<byte[], byte[]> EVENT = message(0, "/scoring-service", "e-1", "c-ada",
			"{\"rating\":3}");

	private static final ConsumerRecord<byte[], byte[]> TOMBSTONE = message(1, "/question-service", "e-2", "c-ada",
			null);

	private static final ConsumerRecord<byte[], byte[]> BARE = message(2, null, null, "c-ada", "not json");

	@Test
	void aRecordIsKnownBySourceIdAndValue() {
		assertThat(RecordDigest.hex(RecordDigest.of(EVENT)))
			.isEqualTo("8d1b0a7876448988e6826ed29b4f088628e38cc025b9ae70b100c8cf59e88aeb");
	}

	@Test
	void aTombstoneIsKnownByItsKey() {
		assertThat(RecordDigest.hex(RecordDigest.of(TOMBSTONE)))
			.isEqualTo("50a17e6871b1754b5490f52852f516c560ec62a938abccc4558e55f9d62c2c8a");
	}

	@Test
	void headersThatAreMissingCountAsEmpty() {
		assertThat(RecordDigest.hex(RecordDigest.of(BARE)))
			.isEqualTo("616a43ebd94d336872486d72a0caa57d375e6fbbaa2848f2be7012653b30910d");
	}

	@Test
	void aSetIsTheSumInAnyOrderAndDuplicatesCount() {
		BigInteger event = RecordDigest.of(EVENT);
		BigInteger other = RecordDigest.of(TOMBSTONE);
		BigInteger sum = RecordDigest.sum(event, other);
		assertThat(RecordDigest.hex(sum)).isEqualTo("ddbc88e0e7f5fed43b1363faee441f4b89cfef695e657b35068f1ec93014b775");
		assertThat(RecordDigest.sum(other, event)).isEqualTo(sum);
		// beyond 2^256 it begins again
		assertThat(RecordDigest.hex(RecordDigest.sum(sum, RecordDigest.of(BARE))))
			.isEqualTo("3f26ccccc143323cad5bd16d8f0ec4c8c12e5f25088dc427c4ff312e6b454882");
		assertThat(RecordDigest.sum(event, event)).isNotEqualTo(event);
	}

	@Test
	void aDigestIsShownWithAllItsDigitsAndReadBack() {
		assertThat(RecordDigest.hex(BigInteger.ZERO)).isEqualTo("0".repeat(64));
		assertThat(RecordDigest.hex(BigInteger.TEN)).isEqualTo("0".repeat(63) + "a");
		BigInteger high = BigInteger.ONE.shiftLeft(255);
		assertThat(RecordDigest.hex(high)).isEqualTo("8" + "0".repeat(63));
		assertThat(RecordDigest.parse(RecordDigest.hex(high))).isEqualTo(high);
	}

	@Test
	void aTallyCountsEachRecordOnceAndUnreadableOnesApart() {
		Tally tally = Tally.startingAt(0).plus(EVENT, true).plus(TOMBSTONE, true).plus(BARE, false);
		assertThat(tally).returns(2L, Tally::applied).returns(1L, Tally::unreadable).returns(3L, Tally::to);
		assertThat(tally.digest()).isEqualTo(RecordDigest.sum(RecordDigest.of(EVENT), RecordDigest.of(TOMBSTONE)));
		assertThat(tally.unreadableDigest()).isEqualTo(RecordDigest.of(BARE));
		// read again after a set-back
		for (ConsumerRecord<byte[], byte[]> again : List.of(EVENT, TOMBSTONE, BARE)) {
			assertThat(tally.plus(again, true)).isSameAs(tally);
		}
	}

	private static ConsumerRecord<byte[], byte[]> message(long offset, @Nullable String source, @Nullable String id,
			String key, @Nullable String value) {
		RecordHeaders headers = new RecordHeaders();
		if (source != null && id != null) {
			headers.add(new RecordHeader("ce_source", source.getBytes(StandardCharsets.UTF_8)));
			headers.add(new RecordHeader("ce_id", id.getBytes(StandardCharsets.UTF_8)));
		}
		return new ConsumerRecord<>("answer-scored", 0, offset, 0, TimestampType.CREATE_TIME, 0, 0,
				key.getBytes(StandardCharsets.UTF_8), (value != null) ? value.getBytes(StandardCharsets.UTF_8) : null,
				headers, Optional.empty());
	}

}
