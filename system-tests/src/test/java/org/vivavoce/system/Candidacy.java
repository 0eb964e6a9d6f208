package org.vivavoce.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * One candidate with one interview: what the load asked for and what it was told, and
 * nothing that the pipeline says on its own account.
 */
final class Candidacy {

	static final List<String> PANEL = List.of("interviewer-1", "interviewer-2");

	private final String candidate;

	private final ReentrantLock opening = new ReentrantLock();

	private final Map<Integer, String> served = new ConcurrentHashMap<>();

	/** Keys of requests to serve a question that were never answered. */
	private final ConcurrentLinkedQueue<String> unanswered = new ConcurrentLinkedQueue<>();

	private final AtomicInteger perhapsServed = new AtomicInteger();

	private final Map<String, History> histories = new ConcurrentHashMap<>();

	private volatile @Nullable String interview;

	private volatile List<String> plan = List.of();

	private volatile boolean openingSent;

	private volatile boolean closingSent;

	private volatile boolean closed;

	Candidacy(String candidate) {
		this.candidate = candidate;
	}

	String candidate() {
		return this.candidate;
	}

	ReentrantLock opening() {
		return this.opening;
	}

	void openingSent() {
		this.openingSent = true;
	}

	boolean mayExist() {
		return this.openingSent;
	}

	void opened(String interview, List<String> plan) {
		this.interview = interview;
		this.plan = plan;
	}

	Optional<String> interview() {
		return Optional.ofNullable(this.interview);
	}

	List<String> plan() {
		return this.plan;
	}

	/**
	 * A question was served at a place, acknowledged.
	 * @return what is wrong with that
	 */
	Optional<String> served(int position, String question) {
		String other = this.served.putIfAbsent(position, question);
		return (other == null || other.equals(question)) ? Optional.empty() : Optional
			.of(this.candidate + ": position " + position + " was given to " + other + " and " + question);
	}

	Map<Integer, String> served() {
		return this.served;
	}

	/**
	 * A request to serve a question was not answered.
	 * @param key to ask again with, if there is one
	 * @param again whether it was not the first time with this key
	 */
	void perhapsServed(@Nullable String key, boolean again) {
		this.perhapsServed.addAndGet(again ? 0 : 1);
		if (key != null) {
			this.unanswered.add(key);
		}
	}

	@Nullable String unanswered() {
		return this.unanswered.poll();
	}

	/**
	 * A request that was not answered at first is answered now.
	 */
	void cleared() {
		this.perhapsServed.decrementAndGet();
	}

	int perhaps() {
		return this.perhapsServed.get();
	}

	@Nullable String anyServed(Random random) {
		List<String> questions = new ArrayList<>(this.served.values());
		return questions.isEmpty() ? null : questions.get(random.nextInt(questions.size()));
	}

	/**
	 * The history of a rating, or of the recommendation under the name "recommendation".
	 */
	History history(String interviewer, String what) {
		return this.histories.computeIfAbsent(interviewer + " " + what, (key) -> new History());
	}

	Map<String, History> histories() {
		return this.histories;
	}

	void closingSent() {
		this.closingSent = true;
	}

	boolean mayBeClosed() {
		return this.closingSent;
	}

	void closed() {
		this.closed = true;
	}

	boolean isClosed() {
		return this.closed;
	}

}
