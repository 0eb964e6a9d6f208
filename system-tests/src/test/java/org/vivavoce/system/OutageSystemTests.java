package org.vivavoce.system;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.testing.pipeline.Answer;
import org.vivavoce.testing.pipeline.OwnThread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The store or the broker goes away for a while, and everything goes on by itself.
 */
class OutageSystemTests {

	private static final Duration SOON = Duration.ofSeconds(60);

	private static final Duration STORE_OUTAGE = Duration.ofSeconds(20);

	private static final Duration BROKER_OUTAGE = Duration.ofSeconds(5);

	private final Backing backing = Backing.shared();

	@Test
	void anOutageOfTheStoreIsSaidToCallersAndLosesNothing() {
		List<Story> stories = Story.of(100, 10);
		List<Envelope> events = Sender.shuffled(stories, 11);
		int part = events.size() / 50;
		try (Deployment deployment = new Deployment(this.backing, "store-outage");
				Instance question = deployment.question();
				Instance scoring = deployment.scoring();
				Instance report = deployment.report();
				Sender sender = new Sender(deployment)) {
			Interviewers interview = new Interviewers(question, scoring, report, "outage");
			interview.serve().require(201);
			interview.ratePatiently(1, 2).require(200);
			await().atMost(SOON).until(interview::told, List.of(interview.served(1) + " 2r1")::equals);
			sender.send(events.subList(0, part));

			int sent = part;
			this.backing.stopStore();
			try {
				long end = System.nanoTime() + STORE_OUTAGE.toNanos();
				while (System.nanoTime() < end) {
					sender.send(events.subList(sent, Math.min(sent + part, events.size() - part)));
					sent = Math.min(sent + part, events.size() - part);
					refused(interview::serve, () -> interview.rate(1, 3), interview::sheet, interview::interview,
							interview::scorecard);
				}
			}
			finally {
				this.backing.startStore();
			}
			sender.send(events.subList(sent, events.size()));

			await().atMost(SOON).until(interview::serve, Answer::ok);
			interview.ratePatiently(1, 4).require(200);
			interview.ratePatiently(2, 3).require(200);
			await().atMost(SOON)
				.until(interview::told, List.of(interview.served(1) + " 4r2", interview.served(2) + " 3r1")::equals);
			report.awaitCaughtUp();
			report.assertTells(stories);
			assertThat(Topic.read(this.backing.bootstrapServers(), deployment.deadLetters())).isEmpty();
		}
	}

	/**
	 * All at once, so that one does not warn the others.
	 */
	@SafeVarargs
	private static void refused(Supplier<Answer>... requests) {
		long begin = System.nanoTime();
		List<CompletableFuture<Answer>> answers = Stream.of(requests)
			.map((request) -> CompletableFuture.supplyAsync(request, OwnThread.EACH))
			.toList();
		assertThat(answers.stream().map(CompletableFuture::join)).allSatisfy((answer) -> {
			assertThat(answer.status()).as(answer.body()).isEqualTo(503);
			assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
			assertThat(answer.header("Retry-After")).matches("[1-9]\\d*");
			assertThat(answer.json().get("status").asInt()).isEqualTo(503);
		});
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
	}

	@Test
	void anOutageOfTheBrokerHoldsNobodyUpAndTheEventsFollow() {
		try (Deployment deployment = new Deployment(this.backing, "broker-outage");
				Instance question = deployment.question();
				Instance scoring = deployment.scoring();
				Instance report = deployment.report()) {
			Interviewers interview = new Interviewers(question, scoring, report, "undisturbed");
			interview.serve().require(201);
			interview.serve().require(201);
			interview.ratePatiently(1, 2).require(200);
			interview.ratePatiently(2, 2).require(200);
			List<String> before = List.of(interview.served(1) + " 2r1", interview.served(2) + " 2r1");
			await().atMost(SOON).until(interview::told, before::equals);

			AtomicInteger revision = new AtomicInteger(1);
			this.backing.stopBroker();
			try {
				long end = System.nanoTime() + BROKER_OUTAGE.toNanos();
				await().pollInterval(Duration.ofMillis(50)).atMost(SOON).until(() -> {
					int next = revision.incrementAndGet();
					accepted(interview.rate(1, rating(next)), next);
					assertThat(interview.told()).isEqualTo(before);
					interview.sheet().require(200);
					interview.interview().require(200);
					return System.nanoTime() > end;
				});
				interview.serve().require(201);
			}
			finally {
				this.backing.startBroker();
			}

			interview.ratePatiently(3, 4).require(200);
			List<String> after = List.of(interview.served(1) + " " + rating(revision.get()) + "r" + revision,
					interview.served(2) + " 2r1", interview.served(3) + " 4r1");
			await().atMost(SOON).until(interview::told, after::equals);
			assertThat(Topic.read(this.backing.bootstrapServers(), deployment.deadLetters())).isEmpty();
		}
	}

	private static int rating(int revision) {
		return 1 + revision % 4;
	}

	private static void accepted(Answer answer, int revision) {
		assertThat(answer.require(200).json().get("revision").asInt()).isEqualTo(revision);
	}

}
