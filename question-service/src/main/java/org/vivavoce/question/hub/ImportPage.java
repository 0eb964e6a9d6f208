package org.vivavoce.question.hub;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The import of a document as its template sees it.
 *
 * @param text what was pasted or chosen
 */
record ImportPage(String text, List<Fault> faults) {

	private static final int AROUND = 1;

	private static final int WIDEST = 160;

	static final ImportPage EMPTY = new ImportPage("", List.of());

	/**
	 * A fault with the lines around it.
	 */
	public record Fault(int line, String message, List<Source> source) {

	}

	/**
	 * One line of the document.
	 *
	 * @param faulty whether it is the one that is meant
	 */
	public record Source(int number, String text, boolean faulty) {

	}

	static ImportPage of(String text, List<SetFault> faults) {
		List<String> lines = text.lines().toList();
		return new ImportPage(text,
				faults.stream()
					.map((fault) -> new Fault(fault.line(), fault.message(), around(lines, fault.line())))
					.toList());
	}

	private static List<Source> around(List<String> lines, int line) {
		return IntStream.rangeClosed(Math.max(1, line - AROUND), Math.min(lines.size(), line + AROUND))
			.mapToObj((number) -> new Source(number, cut(lines.get(number - 1)), number == line))
			.toList();
	}

	private static String cut(String line) {
		return (line.length() <= WIDEST) ? line : line.substring(0, WIDEST) + "…";
	}

}
