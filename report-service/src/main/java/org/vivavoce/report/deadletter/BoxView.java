package org.vivavoce.report.deadletter;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.web.Page;

/**
 * The box on its page.
 *
 * @param running replays that are not finished
 */
record BoxView(List<LetterCounts.Count> counts, Page<Letter> rows, LetterForm form, List<BulkReplay> running) {

	private static final int MOST_REASONS = 12;

	/**
	 * A reason why letters wait.
	 */
	public record Reason(LetterCounts.Count count, String title, String show, String sendAll, boolean chosen) {

	}

	public boolean empty() {
		return this.counts.isEmpty();
	}

	public long waiting() {
		return of(LetterState.WAITING);
	}

	public long sentAgain() {
		return of(LetterState.SENT_AGAIN);
	}

	public long discarded() {
		return of(LetterState.DISCARDED);
	}

	private long of(LetterState state) {
		return this.counts.stream()
			.filter((count) -> count.state() == state)
			.mapToLong(LetterCounts.Count::count)
			.sum();
	}

	public List<Reason> reasons() {
		return this.counts.stream()
			.filter((count) -> count.state() == LetterState.WAITING)
			.limit(MOST_REASONS)
			.map((count) -> new Reason(count, Explaining.title(count.kind()),
					LetterForm.of(count.topic(), count.kind(), null), LetterForm.sendAll(count.topic(), count.kind()),
					count.topic().equals(this.form.topic()) && count.kind().equals(this.form.kind())))
			.toList();
	}

	/**
	 * How many reasons are not shown.
	 */
	public long moreReasons() {
		return Math.max(0,
				this.counts.stream().filter((count) -> count.state() == LetterState.WAITING).count() - MOST_REASONS);
	}

	public List<String> topics() {
		return choices(this.counts.stream().map(LetterCounts.Count::topic).toList(), this.form.topic());
	}

	/**
	 * The kinds, with their titles.
	 */
	public Map<String, String> kinds() {
		return choices(this.counts.stream().map(LetterCounts.Count::kind).toList(), this.form.kind()).stream()
			.collect(Collectors.toMap((kind) -> kind, Explaining::title, (one, other) -> one, TreeMap::new));
	}

	private static List<String> choices(List<String> found, @Nullable String chosen) {
		return java.util.stream.Stream.concat(found.stream(), java.util.stream.Stream.ofNullable(chosen))
			.distinct()
			.sorted()
			.toList();
	}

}
