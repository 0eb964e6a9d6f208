package org.vivavoce.platform.topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Topics;

import static org.assertj.core.api.Assertions.assertThat;

class TopicComparisonTests {

	private static final Topic WANTED = new Topic("answer-scored", 12, 3,
			Map.of("cleanup.policy", "delete", "retention.ms", "-1"));

	private static final Topic GOOD = new Topic("answer-scored", 12, 3, Map.of("cleanup.policy", "delete",
			"retention.ms", "-1", "min.insync.replicas", "2", "max.message.bytes", "1048588"));

	@Test
	void aTopicAsWantedHasNoDifferences() {
		assertThat(differences(GOOD)).isEmpty();
	}

	@Test
	void moreThanWantedIsNoDifference() {
		assertThat(differences(new Topic("answer-scored", 24, 5, GOOD.settings()))).isEmpty();
	}

	@Test
	void fewerPartitionsAndReplicasAreTold() {
		assertThat(differences(new Topic("answer-scored", 6, 2, Map.of()))).containsExactly(
				"Topic answer-scored: partitions is 6, wanted is 12 (fewer instances can share the work)",
				"Topic answer-scored: replication is 2, wanted is 3 (fewer brokers may be lost)");
	}

	@Test
	void anyReplicationServesWhereTheBrokersDefaultIsWanted() {
		Topic wanted = new Topic("answer-scored", 1, -1, Map.of());
		assertThat(TopicComparison.differences(wanted, new Topic("answer-scored", 1, 1, Map.of()))).isEmpty();
	}

	@Test
	void eventsThatWouldBeDeletedAreTold() {
		assertThat(differences(with("retention.ms", "604800000"))).containsExactly(
				"Topic answer-scored: retention.ms is 604800000, wanted is -1 (a rebuild misses older events)");
	}

	@Test
	void anotherCleanupPolicyIsTold() {
		assertThat(differences(with("cleanup.policy", "compact"))).singleElement()
			.asString()
			.startsWith("Topic answer-scored: cleanup.policy is compact, wanted is delete");
	}

	@Test
	void acknowledgementsByOneReplicaAreTold() {
		assertThat(differences(with("min.insync.replicas", "1"))).containsExactly(
				"Topic answer-scored: min.insync.replicas is 1, wanted is 2 (an event that one broker alone has counts as published)");
	}

	@Test
	void acknowledgementsThatNobodyCanGiveAreTold() {
		assertThat(differences(with("min.insync.replicas", "4"))).containsExactly(
				"Topic answer-scored: min.insync.replicas is 4, wanted is at most 3, the replication (nothing can be published)");
	}

	@Test
	void recordsThatWouldNotFitAreTold() {
		assertThat(differences(with("max.message.bytes", "1048575"))).containsExactly(
				"Topic answer-scored: max.message.bytes is 1048575, wanted is at least 1048576 (a large record could not be published)");
	}

	@Test
	void settingsThatAreNotKnownAreNotCompared() {
		assertThat(differences(new Topic("answer-scored", 12, 3, Map.of()))).isEmpty();
	}

	@Test
	void everyTypeOfEventHasATopicAndEachThatIsReadOneForItsDeadLetters() {
		List<Topic> wanted = WantedTopics.of(new Topics("eu."), new TopicsProperties("eu.", 6, (short) 3, true))
			.toList();
		assertThat(wanted).extracting(Topic::name)
			.contains("eu.answer-scored", "eu.answer-scored-dlt", "eu.scorecard-updated")
			.doesNotContain("eu.scorecard-updated-dlt");
		assertThat(wanted).filteredOn((topic) -> topic.name().equals("eu.candidate-profiled"))
			.containsExactly(new Topic("eu.candidate-profiled", 6, 3, Map.of("cleanup.policy", "compact")));
	}

	private static Topic with(String setting, String value) {
		Map<String, String> settings = new HashMap<>(GOOD.settings());
		settings.put(setting, value);
		return new Topic(GOOD.name(), GOOD.partitions(), GOOD.replication(), settings);
	}

	private static List<String> differences(Topic actual) {
		return TopicComparison.differences(WANTED, actual);
	}

}
