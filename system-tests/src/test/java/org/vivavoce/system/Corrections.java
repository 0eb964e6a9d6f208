package org.vivavoce.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Interviewers who rate what was served, correct it again and again, try patiently while
 * they are told to come later, and remember what was acknowledged.
 */
final class Corrections implements AutoCloseable {

	/** Milliseconds from an answer to the next correction in the same interview. */
	private static final int PAUSE = 100;

	private final ScheduledExecutorService threads;

	private final Map<Interviewers, Map<Integer, String>> acknowledged = new HashMap<>();

	private final List<ScheduledFuture<?>> tasks = new ArrayList<>();

	/**
	 * Work from now on.
	 * @param questions how many each interview has served
	 */
	Corrections(List<Interviewers> interviews, int questions, long seed) {
		this.threads = Executors.newScheduledThreadPool(interviews.size());
		Random seeds = new Random(seed);
		for (Interviewers interview : interviews) {
			Map<Integer, String> ratings = new TreeMap<>();
			this.acknowledged.put(interview, ratings);
			Random random = new Random(seeds.nextLong());
			this.tasks.add(this.threads.scheduleWithFixedDelay(
					() -> correct(interview, 1 + random.nextInt(questions), random, ratings), 0, PAUSE,
					TimeUnit.MILLISECONDS));
		}
	}

	private static void correct(Interviewers interview, int position, Random random, Map<Integer, String> ratings) {
		int rating = 1 + random.nextInt(4);
		int revision = interview.ratePatiently(position, rating).require(200).json().get("revision").asInt();
		ratings.put(position, rating + "r" + revision);
	}

	/**
	 * Wait for everybody's last answer.
	 * @throws AssertionError when somebody was refused
	 */
	void finish() throws InterruptedException {
		this.threads.shutdown();
		assertThat(this.threads.awaitTermination(60, TimeUnit.SECONDS)).as("everybody has an answer").isTrue();
		assertThat(this.tasks).filteredOn((task) -> task.state() == Future.State.FAILED)
			.as("refused")
			.extracting(Future::exceptionNow)
			.isEmpty();
	}

	/**
	 * The scorecards say what was acknowledged last.
	 */
	void assertTold() {
		assertThat(this.acknowledged).allSatisfy((interview, ratings) -> {
			List<String> expected = ratings.entrySet()
				.stream()
				.map((entry) -> interview.served(entry.getKey()) + " " + entry.getValue())
				.toList();
			assertThat(interview.told()).as("acknowledged").containsExactlyElementsOf(expected);
		});
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
