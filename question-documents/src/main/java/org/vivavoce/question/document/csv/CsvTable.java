package org.vivavoce.question.document.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import org.vivavoce.question.document.source.DocumentLimits;
import org.vivavoce.question.document.source.Faults;
import org.vivavoce.question.document.source.Interruption;
import org.vivavoce.question.document.source.Passage;

/**
 * The rows of a table as spreadsheets save it: with commas, semicolons or tabs between
 * the cells.
 */
final class CsvTable {

	private static final String SEPARATORS = ",;\t";

	private CsvTable() {
	}

	/**
	 * All rows that have something in them. Each cell knows its line.
	 * @return what could be read up to the first fault; nothing of what is too large
	 */
	static List<List<Passage>> rows(String text, Faults faults) {
		String first = text.lines().findFirst().orElse("").replace("\"", "").strip();
		boolean named = first.matches("(?i)sep=.?") && !first.endsWith("=");
		// "sep=" and a tab, which the strip has taken
		boolean tab = first.equalsIgnoreCase("sep=");
		int skipped = (named || tab) ? text.indexOf('\n') + 1 : 0;
		String table = (skipped > 0) ? text.substring(skipped) : (named || tab) ? "" : text;
		char separator = tab ? '\t' : named ? first.charAt(first.length() - 1) : separator(table);
		return read(table, separator, (named || tab) ? 1 : 0, faults);
	}

	private static List<List<Passage>> read(String table, char separator, int above, Faults faults) {
		CSVFormat format = CSVFormat.RFC4180.builder()
			.setDelimiter(separator)
			.setIgnoreSurroundingSpaces(true)
			.setIgnoreEmptyLines(false)
			.get();
		List<List<Passage>> rows = new ArrayList<>();
		long line = above + 1L;
		try (CSVParser parser = CSVParser.parse(new StringReader(table), format)) {
			Iterator<CSVRecord> records = parser.iterator();
			int cells = 0;
			while (records.hasNext()) {
				Interruption.check();
				CSVRecord record = records.next();
				cells += record.size();
				if (tooMany(record.size(), cells, (int) line, faults)) {
					return List.of();
				}
				List<Passage> row = row(record, (int) line);
				if (!row.stream().allMatch(Passage::blank)) {
					rows.add(row);
				}
				line = above + parser.getCurrentLineNumber() + 1;
			}
		}
		catch (UncheckedIOException | IOException ex) {
			String message = String.valueOf(ex.getMessage());
			faults.add((int) line,
					message.contains("EOF") ? "a cell in this row begins with a quotation mark and never ends with one"
							: "a cell in this row goes on after its closing quotation mark; write a mark within a "
									+ "quoted cell twice");
		}
		return rows;
	}

	private static boolean tooMany(int columns, int cells, int line, Faults faults) {
		if (columns > DocumentLimits.COLUMNS) {
			faults.add(line, "the row has more than " + DocumentLimits.COLUMNS + " cells");
		}
		else if (cells > DocumentLimits.CELLS) {
			faults.add(line, "the table has more than " + DocumentLimits.CELLS + " cells");
		}
		return columns > DocumentLimits.COLUMNS || cells > DocumentLimits.CELLS;
	}

	private static List<Passage> row(CSVRecord cells, int first) {
		List<Passage> row = new ArrayList<>();
		int line = first;
		for (String cell : cells) {
			row.add(new Passage(line, cell));
			line += (int) cell.chars().filter((character) -> character == '\n').count();
		}
		return row;
	}

	/**
	 * The separator that the first row has most of outside quotation marks.
	 */
	private static char separator(String table) {
		int[] counts = new int[SEPARATORS.length()];
		boolean quoted = false;
		String text = table.stripLeading();
		for (int at = 0; at < text.length() && (quoted || text.charAt(at) != '\n'); at++) {
			quoted ^= text.charAt(at) == '"';
			int which = quoted ? -1 : SEPARATORS.indexOf(text.charAt(at));
			if (which >= 0) {
				counts[which]++;
			}
		}
		int most = 0;
		for (int which = 1; which < counts.length; which++) {
			most = (counts[which] > counts[most]) ? which : most;
		}
		return SEPARATORS.charAt(most);
	}

}
