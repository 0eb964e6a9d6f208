package org.vivavoce.platform.topics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import org.vivavoce.contracts.Topics;
import org.vivavoce.platform.SampleService;
import org.vivavoce.testing.BackingServices;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class TopicsIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(40);

	private static final String PREFIX = "verified.";

	private static final String LATE = PREFIX + "answer-scored";

	private static final String SHORT = PREFIX + "interview-closed";

	@Test
	void aServiceThatMayNotCreateTopicsWaitsForThemAndTellsWhatDiffersAndAltersNothing(CapturedOutput output)
			throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", BackingServices.shared().kafka()))) {
			create(admin, wanted().filter((topic) -> !topic.name().equals(LATE)).toList());
			try (ConfigurableApplicationContext service = start()) {
				TopicCreation topics = service.getBean(TopicCreation.class);
				await().atMost(LONG)
					.untilAsserted(() -> assertThat(topics.obstacle()).contains(
							"Waiting for topics that are missing and not created here (vivavoce.topics.create is false): "
									+ LATE));
				create(admin, wanted().filter((topic) -> topic.name().equals(LATE)).toList());
				topics.exist().block(LONG);
				assertThat(topics.obstacle()).isEmpty();
			}
			assertThat(warnings(output)).containsExactly(
					"Waiting for topics that are missing and not created here (vivavoce.topics.create is false): "
							+ LATE,
					"Topic " + SHORT + ": partitions is 1, wanted is 2 (fewer instances can share the work)",
					"Topic " + SHORT + ": retention.ms is 86400000, wanted is -1 (a rebuild misses older events)");
			assertThat(retention(admin)).isEqualTo("86400000");
		}
	}

	private static Stream<Topic> wanted() {
		return WantedTopics.of(new Topics(PREFIX), new TopicsProperties(PREFIX, 2, (short) 1, false));
	}

	private static void create(Admin admin, List<Topic> topics) throws Exception {
		admin
			.createTopics(topics.stream()
				.map((topic) -> topic.name().equals(SHORT)
						? new NewTopic(SHORT, 1, (short) 1).configs(Map.of("retention.ms", "86400000"))
						: new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
				.toList())
			.all()
			.get(30, TimeUnit.SECONDS);
	}

	private static String retention(Admin admin) throws Exception {
		ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, SHORT);
		return admin.describeConfigs(List.of(topic))
			.values()
			.values()
			.iterator()
			.next()
			.get(30, TimeUnit.SECONDS)
			.get("retention.ms")
			.value();
	}

	private static ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(SampleService.class).registerShutdownHook(false)
			.run("--server.port=0", "--spring.kafka.bootstrap-servers=" + BackingServices.shared().kafka(),
					"--spring.mongodb.uri=" + BackingServices.shared().mongodb() + "/verified-topics",
					"--vivavoce.topics.prefix=" + PREFIX, "--vivavoce.topics.partitions=2",
					"--vivavoce.topics.create=false",
					"--spring.security.oauth2.resourceserver.jwt.public-key-location=" + Tokens.publicKeyLocation());
	}

	private static List<String> warnings(CapturedOutput output) {
		return output.toString()
			.lines()
			.filter((line) -> line.contains("TopicCreation") && line.contains("WARN"))
			.map((line) -> line.substring(line.indexOf(" : ") + 3))
			.toList();
	}

}
