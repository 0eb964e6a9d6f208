package org.vivavoce.report.api;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.JsonNames;
import org.vivavoce.report.scorecard.Scorecard;

/**
 * A scorecard as CSV (RFC 4180), one row for each rating.
 */
final class CsvCard {

	private static final List<String> HEADER = List.of("candidateId", "candidateName", "interviewId", "technology",
			"targetLevel", "role", "questionId", "questionRevision", "level", "topic", "prompt", "position",
			"answerScore", "counted", "interviewer", "rating", "redFlag", "keyPointsHeard", "notes", "revision");

	private static final String FORMULA_STARTS = "=+-@\t\r\n";

	private CsvCard() {
	}

	static String of(Scorecard card) {
		StringBuilder csv = new StringBuilder(row(HEADER.toArray()));
		for (Scorecard.Interview interview : card.interviews()) {
			for (Scorecard.Answer answer : interview.answers()) {
				for (Scorecard.Rating rating : answer.ratings()) {
					csv.append(row(card, interview, answer, rating));
				}
			}
		}
		return csv.toString();
	}

	private static String row(Scorecard card, Scorecard.Interview interview, Scorecard.Answer answer,
			Scorecard.Rating rating) {
		return row(card.candidate().id(), card.candidate().name(), interview.id(), interview.technology(),
				lower(interview.targetLevel()), interview.role(), answer.questionId(), answer.questionRevision(),
				lower(answer.level()), answer.topic(), answer.prompt(), answer.position(), answer.score(),
				answer.counted(), rating.interviewer(), rating.rating(), rating.redFlag(),
				String.join(" ", rating.keyPointsHeard()), rating.notes(), rating.revision());
	}

	private static String row(@Nullable Object... values) {
		return Arrays.stream(values).map(CsvCard::field).collect(Collectors.joining(",", "", "\r\n"));
	}

	private static @Nullable String lower(@Nullable Enum<?> level) {
		return (level != null) ? JsonNames.of(level) : null;
	}

	/**
	 * A field. Text that a spreadsheet would take for a formula gets an apostrophe in
	 * front of it.
	 */
	private static String field(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		String text = value.toString();
		if (value instanceof String && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
			text = "'" + text;
		}
		boolean quoted = text.chars().anyMatch((character) -> ",\"\r\n".indexOf(character) >= 0)
				|| !text.equals(text.strip());
		return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
	}

}
