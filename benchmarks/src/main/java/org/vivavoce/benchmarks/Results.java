package org.vivavoce.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was measured, by row, over several runs.
 */
final class Results {

	private final Map<Figure, List<Measured>> figures = new LinkedHashMap<>();

	/**
	 * What is measured.
	 *
	 * @param row of the table
	 * @param peer what it is compared with; null for nothing
	 */
	record Figure(String row, String name, @Nullable String peer) {

	}

	/**
	 * A figure of one run.
	 */
	record Measured(double value, @Nullable Double peer) {

		double ratio() {
			return (this.peer != null) ? this.value / this.peer : Double.NaN;
		}

	}

	void add(String row, String name, double value) {
		add(new Figure(row, name, null), new Measured(value, null));
	}

	void add(String row, String name, double value, String peer, double peerValue) {
		add(new Figure(row, name, peer), new Measured(value, peerValue));
	}

	private void add(Figure figure, Measured measured) {
		this.figures.computeIfAbsent(figure, (each) -> new ArrayList<>()).add(measured);
		System.out.printf(Locale.ROOT, "row %s: %s %s%s%n", figure.row(), figure.name(), number(measured.value()),
				(measured.peer() != null)
						? ", " + figure.peer() + " " + number(measured.peer()) + ", ratio " + number(measured.ratio())
						: "");
	}

	/**
	 * A Markdown table with the median of each figure, and the least and the most.
	 */
	String table() {
		StringBuilder table = new StringBuilder("""
				| # | measured | median (least – most) | beside | median | ratio (least – most) |
				|---|---|---|---|---|---|
				""");
		this.figures.forEach((figure, all) -> {
			double[] values = all.stream().mapToDouble(Measured::value).toArray();
			table.append("| ")
				.append(figure.row())
				.append(" | ")
				.append(figure.name())
				.append(" | ")
				.append(spread(values));
			if (figure.peer() != null) {
				double[] peers = all.stream().mapToDouble((each) -> (each.peer() != null) ? each.peer() : 0).toArray();
				double[] ratios = all.stream().mapToDouble(Measured::ratio).toArray();
				table.append(" | ").append(figure.peer()).append(" | ").append(number(median(peers)));
				table.append(" | ").append(spread(ratios));
			}
			else {
				table.append(" | | | ");
			}
			table.append(" |\n");
		});
		return table.toString();
	}

	String json() {
		return JsonMapper.builder()
			.build()
			.writerWithDefaultPrettyPrinter()
			.writeValueAsString(this.figures.entrySet()
				.stream()
				.map((entry) -> Map.of("figure", entry.getKey(), "runs", entry.getValue()))
				.toList());
	}

	static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	private static String spread(double[] values) {
		String median = number(median(values));
		return (values.length == 1) ? median : median + " (" + number(Arrays.stream(values).min().orElse(0)) + " – "
				+ number(Arrays.stream(values).max().orElse(0)) + ")";
	}

	/**
	 * Three digits that count.
	 */
	static String number(double value) {
		if (Math.abs(value) >= 100) {
			return String.format(Locale.ROOT, "%,.0f", value);
		}
		return String.format(Locale.ROOT, (Math.abs(value) >= 10) ? "%.1f" : (Math.abs(value) >= 1) ? "%.2f" : "%.3f",
				value);
	}

}
