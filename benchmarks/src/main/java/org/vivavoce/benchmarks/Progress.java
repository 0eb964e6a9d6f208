package org.vivavoce.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * How fast work goes that was looked at now and then. The first third does not count: a
 * JVM that has just started is compiling.
 */
final class Progress {

	private final long total;

	private final List<Point> points = new ArrayList<>();

	Progress(long total) {
		this.total = total;
	}

	private record Point(long nanos, long done) {

	}

	void at(long done) {
		at(System.nanoTime(), done);
	}

	void at(long nanos, long done) {
		this.points.add(new Point(nanos, done));
	}

	boolean isDone() {
		return !this.points.isEmpty() && this.points.getLast().done() >= this.total;
	}

	/**
	 * From a third to the end.
	 * @return per second
	 * @throws IllegalStateException when it has not come to the end, or was only looked
	 * at there
	 */
	double rate() {
		Point from = this.points.stream()
			.filter((point) -> point.done() >= this.total / 3)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Not a third is done"));
		Point to = this.points.stream()
			.filter((point) -> point.done() >= this.total)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Not all is done"));
		if (from == to) {
			throw new IllegalStateException("All was done before it could be looked at");
		}
		return (to.done() - from.done()) * 1e9 / (to.nanos() - from.nanos());
	}

}
