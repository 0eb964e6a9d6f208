package org.vivavoce.question.hub;

import java.util.List;

/**
 * Reads a question set from a table, one question a row, and finds all its faults with
 * their lines.
 */
final class CsvReader {

	private CsvReader() {
	}

	/**
	 * Read a document.
	 * @param document in UTF-8, or in UTF-16 with a byte order mark
	 */
	static Reading read(byte[] document, Naming naming) {
		Faults faults = new Faults();
		String text = SourceText.decode(document, faults);
		if (text == null) {
			return faults.refused();
		}
		List<List<Passage>> rows = CsvTable.rows(text, faults);
		SetSource source = SetSource.create();
		if (rows.isEmpty()) {
			faults.add(1, "the table is empty; the first row names the columns");
		}
		else {
			PartsTable.read(rows, source, null, faults);
		}
		// a table that could not be read says nothing about its set
		return (source.levels().isEmpty() && faults.any()) ? faults.refused()
				: SetAssembly.assemble(source, naming, faults);
	}

}
