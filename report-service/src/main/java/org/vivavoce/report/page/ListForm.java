package org.vivavoce.report.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.ScorecardOutcome;
import org.vivavoce.platform.page.FormFields;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.report.lookup.ListOrder;
import org.vivavoce.report.lookup.ListQuery;

/**
 * Which scorecards somebody wants to see, in their own words: it is kept in the address
 * of the page, and shown again as it was typed.
 *
 * @param updatedSince a day (UTC) or a time
 */
public record ListForm(@Nullable String technology, @Nullable String level, @Nullable String outcome,
		@Nullable String minScore, @Nullable String updatedSince, @Nullable String sort, @Nullable String cursor) {

	/**
	 * What the form means.
	 *
	 * @param query null when something cannot be read
	 * @param faults what cannot be read, by field
	 */
	record Choice(@Nullable ListQuery query, Map<String, String> faults) {

	}

	static ListForm of(MultiValueMap<String, String> parameters) {
		FormFields fields = new FormFields(parameters);
		return new ListForm(fields.text("technology"), fields.text("level"), fields.text("outcome"),
				fields.text("minScore"), fields.text("updatedSince"), fields.text("sort"), fields.text("cursor"));
	}

	Choice choice() {
		Map<String, String> faults = new LinkedHashMap<>();
		Level level = read(faults, "level", this.level, (text) -> ListQuery.parse(Level.class, "level", text));
		ScorecardOutcome outcome = read(faults, "outcome", this.outcome,
				(text) -> ListQuery.parse(ScorecardOutcome.class, "outcome", text));
		Double minScore = read(faults, "minScore", this.minScore, ListForm::score);
		Instant updatedSince = read(faults, "updatedSince", this.updatedSince, ListForm::time);
		ListOrder order = read(faults, "sort", this.sort, ListOrder::parse);
		return faults.isEmpty()
				? new Choice(new ListQuery(this.technology, level, outcome, minScore, updatedSince,
						(order != null) ? order : ListOrder.parse(null), this.cursor), faults)
				: new Choice(null, faults);
	}

	private static <T> @Nullable T read(Map<String, String> faults, String field, @Nullable String text,
			Function<String, @Nullable T> reader) {
		try {
			return (text != null) ? reader.apply(text) : null;
		}
		catch (ProblemException ex) {
			faults.put(field, "Choose one of those offered");
		}
		catch (NumberFormatException ex) {
			faults.put(field, "Give a number from 0 to 100, for example 70");
		}
		catch (DateTimeException ex) {
			faults.put(field, "Give a day, for example 2026-05-04");
		}
		return null;
	}

	private static Double score(String text) {
		double score = Double.parseDouble(text);
		if (!(score >= 0 && score <= 100)) {
			throw new NumberFormatException(text);
		}
		return score;
	}

	private static Instant time(String text) {
		return text.contains("T") ? Instant.parse(text)
				: LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	/**
	 * Whether anything is asked for but an order.
	 */
	public boolean filtered() {
		return Stream.<@Nullable String>of(this.technology, this.level, this.outcome, this.minScore, this.updatedSince)
			.anyMatch(Objects::nonNull);
	}

	/**
	 * Whether a score decides what is in the list or where.
	 */
	public boolean byScore() {
		return this.minScore != null || "score".equals(this.sort) || "-score".equals(this.sort);
	}

	/**
	 * The list by this field: from the top, or the other way round if it is so already.
	 */
	public String sortedBy(String field) {
		return address("descending".equals(direction(field)) ? field : "-" + field, null);
	}

	/**
	 * How the list is sorted by this field; null when it is not.
	 */
	public @Nullable String direction(String field) {
		String current = Objects.requireNonNullElse(this.sort, "-updatedAt");
		if (current.equals(field)) {
			return "ascending";
		}
		return current.equals("-" + field) ? "descending" : null;
	}

	/**
	 * The page behind a cursor; the first without one.
	 */
	public String page(@Nullable String next) {
		return address(this.sort, next);
	}

	private String address(@Nullable String sort, @Nullable String cursor) {
		return new PageAddress("/scorecards").with("technology", this.technology)
			.with("level", this.level)
			.with("outcome", this.outcome)
			.with("minScore", this.minScore)
			.with("updatedSince", this.updatedSince)
			.with("sort", sort)
			.with("cursor", cursor)
			.text();
	}

}
