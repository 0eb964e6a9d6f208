package org.vivavoce.question.document.csv;

import java.util.List;

import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.Faults;
import org.vivavoce.question.document.source.ParseResult;
import org.vivavoce.question.document.source.PartsTable;
import org.vivavoce.question.document.source.Passage;
import org.vivavoce.question.document.source.SetAssembly;
import org.vivavoce.question.document.source.SetSource;
import org.vivavoce.question.document.source.SourceText;

/**
 * Reads a question set from a table, one question a row, and finds all its faults with
 * their lines.
 */
public final class CsvReader {

	private CsvReader() {
	}

	/**
	 * Read a document.
	 * @param document in UTF-8, or in UTF-16 with a byte order mark
	 */
	public static ParseResult read(byte[] document, DocumentOverrides documentOverrides) {
		Faults faults = new Faults();
		String text = SourceText.decode(document, faults);
		if (text == null) {
			return faults.refused();
		}
		List<List<Passage>> rows = CsvTable.rows(text, faults);
		SetSource source = SetSource.create();
		if (rows.isEmpty() && faults.any()) {
			return faults.refused();
		}
		if (rows.isEmpty()) {
			faults.add(1, "the table is empty; the first row names the columns");
		}
		else {
			PartsTable.read(rows, source, null, faults);
		}
		// a table that could not be read says nothing about its set
		return (source.levels().isEmpty() && faults.any()) ? faults.refused()
				: SetAssembly.assemble(source, documentOverrides, faults);
	}

}
