package org.vivavoce.report.deadletter.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.web.Page;
import org.vivavoce.report.deadletter.DeadLetter;
import org.vivavoce.report.deadletter.DeadLetterCounts;
import org.vivavoce.report.deadletter.DeadLetterState;
import org.vivavoce.report.deadletter.Explanations;
import org.vivavoce.report.deadletter.replay.BulkReplay;

/**
 * The list of dead letters with its reasons and filters.
 *
 * @param running replays that are not finished
 */
record DeadLetterListView(List<DeadLetterCounts.Count> counts, Page<DeadLetter> rows, DeadLetterForm form,
		List<BulkReplay> running) {

	private static final int MOST_REASONS = 12;

	/**
	 * A reason why dead letters wait.
	 */
	public record Reason(DeadLetterCounts.Count count, String title, String show, String sendAll, boolean chosen) {

	}

	public boolean empty() {
		return this.counts.isEmpty();
	}

	public long waiting() {
		return of(DeadLetterState.WAITING);
	}

	public long sentAgain() {
		return of(DeadLetterState.SENT_AGAIN);
	}

	public long discarded() {
		return of(DeadLetterState.DISCARDED);
	}

	private long of(DeadLetterState state) {
		return this.counts.stream()
			.filter((count) -> count.state() == state)
			.mapToLong(DeadLetterCounts.Count::count)
			.sum();
	}

	public List<Reason> reasons() {
		return this.counts.stream()
			.filter((count) -> count.state() == DeadLetterState.WAITING)
			.limit(MOST_REASONS)
			.map((count) -> new Reason(count, Explanations.title(count.kind()),
					DeadLetterForm.of(count.topic(), count.kind(), null),
					DeadLetterForm.sendAll(count.topic(), count.kind()),
					count.topic().equals(this.form.topic()) && count.kind().equals(this.form.kind())))
			.toList();
	}

	/**
	 * How many reasons are not shown.
	 */
	public long moreReasons() {
		return Math.max(0, this.counts.stream().filter((count) -> count.state() == DeadLetterState.WAITING).count()
				- MOST_REASONS);
	}

	public List<String> topics() {
		return choices(this.counts.stream().map(DeadLetterCounts.Count::topic).toList(), this.form.topic());
	}

	/**
	 * The kinds, with their titles.
	 */
	public Map<String, String> kinds() {
		return choices(this.counts.stream().map(DeadLetterCounts.Count::kind).toList(), this.form.kind()).stream()
			.collect(Collectors.toMap((kind) -> kind, Explanations::title, (one, other) -> one, TreeMap::new));
	}

	private static List<String> choices(List<String> found, @Nullable String chosen) {
		return java.util.stream.Stream.concat(found.stream(), java.util.stream.Stream.ofNullable(chosen))
			.distinct()
			.sorted()
			.toList();
	}

}
