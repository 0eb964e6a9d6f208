package org.vivavoce.platform.projection;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.core.SimpleReactiveMongoDatabaseFactory;

import org.vivavoce.platform.reconciliation.Tally;
import org.vivavoce.testing.BackingServices;

import static org.assertj.core.api.Assertions.assertThat;

class OffsetsIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	@Test
	void anotherProjectionGoesOnWhereThisOneStoppedUnlessItHasBegun() {
		TopicPartition handed = new TopicPartition("handed", 0);
		TopicPartition begun = new TopicPartition("handed", 1);
		TopicPartition kept = new TopicPartition("kept", 0);
		try (MongoClient client = MongoClients.create(BackingServices.shared().mongodb())) {
			var databases = new SimpleReactiveMongoDatabaseFactory(client, "offsets-handed-over");
			Offsets one = new Offsets(databases, "one");
			Offsets other = new Offsets(databases, "other");
			one.advance(Map.of(),
					Map.of(handed, Tally.startingAt(5), begun, Tally.startingAt(6), kept, Tally.startingAt(7)),
					Map.of())
				.block(LONG);
			other.advance(Map.of(), Map.of(begun, Tally.startingAt(2)), Map.of()).block(LONG);
			one.handOver("handed", "other").block(LONG);
			one.handOver("handed", "other").block(LONG);
			assertThat(other.load(List.of(handed, begun)).block(LONG))
				.isEqualTo(Map.of(handed, Tally.startingAt(5), begun, Tally.startingAt(2)));
			assertThat(one.all().block(LONG)).isEqualTo(Map.of(kept, Tally.startingAt(7)));
		}
	}

}
