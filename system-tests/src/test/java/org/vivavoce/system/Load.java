package org.vivavoce.system;

import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import org.vivavoce.testing.pipeline.Api;
import org.vivavoce.testing.pipeline.StandaloneProcess;

/**
 * People who plan, serve, rate, correct, recommend and close all at once, and remember
 * what they were told.
 */
final class Load {

	private static final int PEOPLE = 8;

	/** Interviews that may be planned between two starts. */
	private static final int NEW_INTERVIEWS = 12;

	/** Work goes on among so many of the latest interviews. */
	private static final int RECENT = 30;

	private final List<Candidacy> candidacies = new CopyOnWriteArrayList<>();

	private final Queue<String> faults = new ConcurrentLinkedQueue<>();

	private final AtomicInteger numbers = new AtomicInteger();

	private final AtomicInteger unanswered = new AtomicInteger();

	private final AtomicInteger unavailable = new AtomicInteger();

	private final Random seeds;

	Load(long seed) {
		this.seeds = new Random(seed);
	}

	/**
	 * Work from now until the process is gone.
	 * @return to wait for the end of everybody's last request
	 */
	CountDownLatch begin(StandaloneProcess pipeline) {
		CountDownLatch done = new CountDownLatch(PEOPLE);
		AtomicInteger left = new AtomicInteger(NEW_INTERVIEWS);
		for (int each = 0; each < PEOPLE; each++) {
			Random random = new Random(this.seeds.nextLong());
			Thread.ofPlatform().daemon().start(() -> {
				try {
					work(new Requests(pipeline), left, random);
				}
				catch (RuntimeException | AssertionError ex) {
					this.faults.add(ex.toString());
				}
				finally {
					done.countDown();
				}
			});
		}
		return done;
	}

	static void awaitEnd(CountDownLatch done) throws InterruptedException {
		if (!done.await(60, TimeUnit.SECONDS)) {
			throw new IllegalStateException("Somebody still waits for an answer of a dead process");
		}
	}

	private void work(Requests requests, AtomicInteger left, Random random) {
		boolean alive = true;
		while (alive) {
			try {
				step(requests, left, random);
			}
			catch (UncheckedIOException ex) {
				if (ex.getCause() instanceof HttpTimeoutException) {
					this.faults.add("no answer at all: " + ex.getMessage());
				}
				this.unanswered.addAndGet(Api.neverSent(ex) ? 0 : 1);
				alive = requests.alive();
			}
		}
	}

	private void step(Requests requests, AtomicInteger left, Random random) {
		int recent = Math.min(RECENT, this.candidacies.size());
		Candidacy candidacy = (recent == 0) ? null
				: this.candidacies.get(this.candidacies.size() - 1 - random.nextInt(recent));
		int choice = random.nextInt(100);
		if (candidacy == null || (choice < 5 && left.getAndDecrement() > 0)) {
			candidacy = new Candidacy("kill-" + this.numbers.incrementAndGet());
			this.candidacies.add(candidacy);
		}
		if (candidacy.interview().isEmpty()) {
			check(requests.open(candidacy));
		}
		else if (choice < 30) {
			check(requests.serve(candidacy, random, "key-" + this.numbers.incrementAndGet()));
		}
		else if (choice < 88) {
			check(requests.rate(candidacy, random, this.numbers.incrementAndGet()));
		}
		else if (choice < 95) {
			check(requests.recommend(candidacy, random, this.numbers.incrementAndGet()));
		}
		else if (candidacy.served().size() > 2) {
			check(requests.close(candidacy));
		}
	}

	private void check(@Nullable String fault) {
		if (Requests.UNAVAILABLE.equals(fault)) {
			this.unavailable.incrementAndGet();
		}
		else if (fault != null) {
			this.faults.add(fault);
		}
	}

	List<Candidacy> candidacies() {
		return this.candidacies;
	}

	/**
	 * Answers that contradicted what was acknowledged before, or that should never be
	 * given.
	 */
	List<String> faults() {
		return new ArrayList<>(this.faults);
	}

	String summary() {
		long interviews = this.candidacies.stream().filter((each) -> each.interview().isPresent()).count();
		long served = this.candidacies.stream().mapToLong((each) -> each.served().size()).sum();
		long writes = histories().mapToLong(History::count).sum();
		long unknown = histories().mapToLong(History::unknown).sum();
		long closed = this.candidacies.stream().filter(Candidacy::isClosed).count();
		return "%d interviews, %d questions served, %d ratings and recommendations, %d closed; %d requests died, "
			.formatted(interviews, served, writes, closed, this.unanswered.get())
				+ "%d writes stayed unknown, %d answers 503".formatted(unknown, this.unavailable.get());
	}

	private java.util.stream.Stream<History> histories() {
		return StreamSupport.stream(this.candidacies.spliterator(), false)
			.flatMap((each) -> each.histories().values().stream());
	}

}
