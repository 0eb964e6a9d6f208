package org.vivavoce.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventType;
import org.vivavoce.testing.pipeline.Answer;
import org.vivavoce.testing.pipeline.OwnThread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * All at once, under load: garbage on every topic, a transaction that is taken back, a
 * candidate whose card is full, an event that Kafka refuses, a producer with a wrong
 * clock, an instance that is killed and a store that goes away.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BadDaySystemTests {

	private static final Duration SOON = Duration.ofSeconds(60);

	private static final String NAME = "bad-day";

	private static final int GARBAGE = 4000;

	/** With twenty thousand characters each, about 1.6 MB. */
	private static final int LONG_NOTES = 80;

	/** In bytes; above the producers' batches, and below a rating with a long note. */
	private static final int LARGEST_RECORD = 18_000;

	/** 27 kB. */
	private static final String NOTE = "あ".repeat(9000);

	private static final int QUESTIONS = 4;

	private static final Pattern WAITS = Pattern
		.compile("WARN scorecards\\S* waits at (" + NAME + "\\.[a-z-]+-\\d@\\d+(, )?)+: .+");

	@Test
	void everybodyElsesCardsAreRightNothingAcknowledgedIsMissingAndWhatWasParkedIsListed() throws Exception {
		List<Story> stories = new ArrayList<>(Story.of(100, 20));
		List<Envelope> events = Sender.shuffled(stories, 21);
		int part = events.size() / 4;
		try (Deployment deployment = new Deployment(Backing.shared(), NAME, "--vivavoce.store.max-document-size=1MB",
				"--vivavoce.outbox.sweep-interval=1s");
				InstanceProcess second = deployment.reportProcess();
				Instance question = deployment.question();
				Instance scoring = deployment.scoring();
				Instance report = deployment.report();
				Sender sender = new Sender(deployment)) {
			List<Interviewers> interviews = IntStream.range(0, 4)
				.mapToObj((each) -> interview(question, scoring, report, "by-rest-" + each))
				.toList();
			Interviewers refused = interview(question, scoring, report, "refused");
			refused.ratePatiently(1, 2).require(200);
			try (Corrections corrections = new Corrections(interviews, QUESTIONS, 22)) {
				BadRecords bad = new BadRecords(deployment);
				sendAmongGarbage(deployment, bad, sender, events.subList(0, part));
				stories.set(0, bad.takeBack(sender, stories.get(0)));
				stories.set(1, bad.correct(sender, stories.get(1)));
				stories.set(2, bad.misdate(sender, stories.get(2)));
				bad.overfill(sender, LONG_NOTES);

				refuseLongNotes(deployment, sender);
				refused.ratePatiently(1, 4, NOTE).require(200);
				refused.ratePatiently(2, 3).require(200);
				awaitListed(scoring);
				awaitTold(refused, " 2r1", " 3r1");

				awaitTakesPart(second, sender, events.subList(0, 100));
				CompletableFuture<Void> meanwhile = CompletableFuture
					.runAsync(() -> sender.send(events.subList(part, 2 * part)), OwnThread.EACH);
				second.kill();
				stopStoreUntilToldWhy(deployment, report, sender, events.subList(2 * part, 3 * part));
				meanwhile.join();

				takeLongNotes(deployment, scoring);
				sender.send(events.subList(3 * part, events.size()));
				corrections.finish();
				awaitTold(refused, " 4r2", " 3r1");
				assertNothingWaits(deployment, question, scoring);
				report.awaitCaughtUp();
				report.assertTells(stories);
				corrections.assertTold();
				assertListed(report, bad);
			}
		}
	}

	private static Interviewers interview(Instance question, Instance scoring, Instance report, String candidate) {
		Interviewers interview = new Interviewers(question, scoring, report, candidate);
		IntStream.range(0, QUESTIONS).forEach((each) -> interview.serve().require(201));
		return interview;
	}

	/**
	 * The garbage comes from a producer of its own: what the broker may refuse of a batch
	 * is its own.
	 */
	private static void sendAmongGarbage(Deployment deployment, BadRecords bad, Sender sender, List<Envelope> events) {
		try (Sender stranger = new Sender(deployment)) {
			CompletableFuture<Void> garbage = CompletableFuture
				.runAsync(() -> stranger.sendRecords(bad.garbage(GARBAGE, 23)), OwnThread.EACH);
			sender.send(events);
			garbage.join();
		}
	}

	/**
	 * Returns when the broker does so.
	 */
	private static void refuseLongNotes(Deployment deployment, Sender sender) {
		Topic.limitRecords(deployment.backing().bootstrapServers(), answers(deployment), LARGEST_RECORD);
		await("the broker refuses long notes").atMost(SOON)
			.until(() -> sender.isTooLarge(BadRecords.longNote("noted", "q-1")));
	}

	private static void takeLongNotes(Deployment deployment, Instance scoring) {
		Topic.unlimitRecords(deployment.backing().bootstrapServers(), answers(deployment));
		Answer answer = scoring.as("admin", "admin").patiently("POST", "/outbox/scoring-service/send-again", null);
		assertThat(answer.require(202).json().get("events").asInt()).isEqualTo(1);
	}

	private static String answers(Deployment deployment) {
		return deployment.codec().topics().name(EventType.ANSWER_SCORED);
	}

	private static void awaitListed(Instance scoring) {
		await("the refused event is listed").atMost(SOON)
			.untilAsserted(() -> assertThat(refused(scoring, "scoring-service")).singleElement().satisfies((event) -> {
				assertThat(event.get("key").asString()).isEqualTo("refused");
				assertThat(event.get("topic").asString()).isEqualTo(NAME + ".answer-scored");
				assertThat(event.get("reason").asString()).contains("larger");
				assertThat(event.get("attempts").asInt()).isPositive();
			}));
	}

	private static List<JsonNode> refused(Instance instance, String service) {
		JsonNode page = instance.as("admin", "admin").get("/outbox/" + service).require(200).json();
		return List.copyOf(page.get("items").values());
	}

	/**
	 * Wait until the card tells the first two ratings, and no others.
	 */
	private static void awaitTold(Interviewers interview, String first, String second) {
		List<String> expected = List.of(interview.served(1) + first, interview.served(2) + second, interview.served(3),
				interview.served(4));
		await("the card tells" + first + second).atMost(SOON)
			.untilAsserted(() -> assertThat(interview.told()).isEqualTo(expected));
	}

	/**
	 * Wait until it folds what belongs to its partitions.
	 * @param again events that may come again
	 */
	private static void awaitTakesPart(InstanceProcess instance, Sender sender, List<Envelope> again) {
		await("the second instance takes part").atMost(SOON).pollInterval(Duration.ofMillis(500)).until(() -> {
			sender.send(again);
			return instance.applied() > 0;
		});
	}

	private static void stopStoreUntilToldWhy(Deployment deployment, Instance report, Sender sender,
			List<Envelope> meanwhile) {
		try (LogLines log = new LogLines("org.vivavoce.platform.projection.StallReporter")) {
			deployment.backing().stopStore();
			try {
				sender.send(meanwhile);
				await("the log says where it waits and why").atMost(SOON)
					.untilAsserted(() -> assertThat(log.lines()).anyMatch(WAITS.asMatchPredicate()));
				await("readiness says where it waits and why").atMost(SOON).untilAsserted(() -> {
					Answer probe = report.as("admin", "admin").actuator("/health/readiness");
					assertThat(probe.status()).isEqualTo(503);
					assertThat(probe.json().at("/components/projections/details"))
						.anySatisfy(BadDaySystemTests::saysWhereItWaits);
				});
			}
			finally {
				deployment.backing().startStore();
			}
		}
	}

	private static void saysWhereItWaits(JsonNode projection) {
		assertThat(projection.path("cause").asString("")).isNotBlank();
		assertThat(projection.path("waiting").properties()).isNotEmpty().allSatisfy((waiting) -> {
			assertThat(waiting.getKey()).matches(NAME + "\\.[a-z-]+-\\d");
			assertThat(waiting.getValue().isIntegralNumber()).as("offset").isTrue();
		});
	}

	private static void assertNothingWaits(Deployment deployment, Instance question, Instance scoring) {
		Outboxes outboxes = new Outboxes(deployment);
		await("empty outboxes").atMost(SOON).until(outboxes::waiting, (waiting) -> waiting == 0);
		assertThat(refused(scoring, "scoring-service")).isEmpty();
		assertThat(refused(question, "question-service")).isEmpty();
	}

	/**
	 * Each long note is on the full card or listed, and so is with its kind whatever
	 * breaks the contract, and nothing else.
	 */
	private static void assertListed(Instance report, BadRecords bad) {
		Set<String> fitting = new HashSet<>();
		report.card(BadRecords.OVERSIZED)
			.at("/interviews/0/answers")
			.forEach((answer) -> fitting.add(answer.get("questionId").asString()));
		// of twenty thousand characters each
		assertThat(fitting).hasSizeBetween(40, 52);
		Map<String, String> expected = bad.deadLetters(fitting);
		assertThat(expected).hasSizeGreaterThan(GARBAGE / 2).containsValues("wrong-time", "not-json", "unwritable");
		await("all dead letters are listed").atMost(SOON)
			.pollInterval(Duration.ofSeconds(1))
			.untilAsserted(() -> assertThat(report.deadLetters()).containsExactlyInAnyOrderEntriesOf(expected));
	}

}
