package org.vivavoce.system;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The database of report-service becomes an earlier copy of itself.
 */
class SetBackSystemTests {

	private final List<Story> stories = Story.of(60, 8);

	private final List<Envelope> events = Sender.shuffled(this.stories, 9);

	private final int part = this.events.size() / 3;

	@Test
	void aRunningServiceNoticesAndReadsAgainWhatItMisses() {
		try (Deployment deployment = new Deployment(Backing.shared(), "set-back-running");
				Instance report = deployment.report();
				Sender sender = new Sender(deployment)) {
			sender.send(this.events.subList(0, this.part));
			report.awaitCaughtUp();
			DatabaseCopy copy = DatabaseCopy.of(deployment);
			assertThat(copy.documents()).isPositive();
			sender.send(this.events.subList(this.part, this.events.size()));
			report.awaitCaughtUp();
			report.assertTells(this.stories);
			long applied = report.applied();

			copy.putBack();
			await().atMost(Duration.ofSeconds(30))
				.until(() -> report.applied() >= applied + this.events.size() - this.part);
			report.awaitCaughtUp();
			report.assertTells(this.stories);
		}
	}

	@Test
	void aRunningServiceNoticesWhileEventsFlow() {
		try (Deployment deployment = new Deployment(Backing.shared(), "set-back-busy");
				Instance report = deployment.report();
				Sender sender = new Sender(deployment)) {
			sender.send(this.events.subList(0, this.part));
			report.awaitCaughtUp();
			DatabaseCopy copy = DatabaseCopy.of(deployment);
			sender.send(this.events.subList(this.part, 2 * this.part));
			report.awaitCaughtUp();
			long applied = report.applied();

			sender.send(this.events.subList(2 * this.part, this.events.size()));
			copy.putBack();
			// everything that came after the copy, the last part perhaps once
			await().atMost(Duration.ofSeconds(30))
				.until(() -> report.applied() >= applied + this.events.size() - this.part);
			report.awaitCaughtUp();
			report.assertTells(this.stories);
		}
	}

	@Test
	void aServiceThatWasStoppedMeanwhileReadsOnFromTheCopy() {
		try (Deployment deployment = new Deployment(Backing.shared(), "set-back-stopped");
				Instance before = deployment.report();
				Sender sender = new Sender(deployment)) {
			sender.send(this.events.subList(0, this.part));
			before.awaitCaughtUp();
			DatabaseCopy copy = DatabaseCopy.of(deployment);
			sender.send(this.events.subList(this.part, 2 * this.part));
			before.awaitCaughtUp();
			before.close();

			copy.putBack();
			sender.send(this.events.subList(2 * this.part, this.events.size()));
			Instance after = deployment.report();
			after.awaitCaughtUp();
			after.assertTells(this.stories);
			assertThat(after.applied()).isEqualTo(this.events.size() - this.part);
		}
	}

}
