package org.vivavoce.question.document.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.RatingAnchor;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.draft.LevelDraft;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.document.source.KeyPointText;
import org.vivavoce.question.document.source.Part;

/**
 * Writes a question set as CSV (RFC 4180) that reads as the same content: one row a
 * question, each with all that is said about its set and its level.
 */
public final class CsvWriter {

	private static final List<Part> COLUMNS = List.of(Part.SET, Part.TECHNOLOGY, Part.TITLE, Part.LEVEL,
			Part.EXPERIENCE, Part.FOCUS, Part.ID, Part.TOPIC, Part.MINUTES, Part.PROMPT, Part.STRONG_ANSWER,
			Part.RED_FLAG, Part.KEY_POINTS, Part.RATING_1, Part.RATING_2, Part.RATING_3, Part.RATING_4);

	private CsvWriter() {
	}

	public static String write(QuestionSetDraft set) {
		StringBuilder csv = new StringBuilder();
		try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
			printer.printRecord(COLUMNS.stream().map(Part::label));
			for (LevelDraft level : set.levels()) {
				for (QuestionDraft question : level.questions()) {
					printer.printRecord(row(set, level, question).stream().map(CsvWriter::guarded));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return csv.toString();
	}

	private static List<String> row(QuestionSetDraft set, LevelDraft level, QuestionDraft question) {
		List<String> row = new ArrayList<>(List.of(set.id(), set.technology(), set.title(),
				FieldRules.name(level.level()), level.experience(), level.focus(), question.id(), question.topic(),
				Integer.toString(question.minutes()), question.prompt(), question.strongAnswer(), question.redFlag(),
				question.keyPoints().stream().map(CsvWriter::keyPoint).collect(Collectors.joining("\n"))));
		for (int rating = 1; rating <= FieldRules.RATINGS; rating++) {
			int wanted = rating;
			row.add(question.ratingAnchors()
				.stream()
				.filter((anchor) -> anchor.rating() == wanted)
				.map(RatingAnchor::text)
				.findFirst()
				.orElse(""));
		}
		return row;
	}

	private static String keyPoint(KeyPoint point) {
		return KeyPointText.escape(point.text()) + " {#" + point.id() + "}";
	}

	/**
	 * A text that a spreadsheet would take for a formula gets an apostrophe in front,
	 * which the reader takes away again.
	 */
	private static String guarded(String text) {
		return text.matches("(?s)'*[=+\\-@\\t].*") ? "'" + text : text;
	}

}
