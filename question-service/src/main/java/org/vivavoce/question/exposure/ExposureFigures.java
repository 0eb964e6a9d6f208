package org.vivavoce.question.exposure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * How often and when one question was asked, in any of its revisions. Days are those of
 * UTC.
 *
 * @param served ever, as far as its interviews are still stored
 * @param recently within the window, which begins with a whole day
 * @param lastDay null when it was never asked
 * @param months how often in each month in which it was asked, in order
 * @param leaked whether it was asked so often that candidates may have told each other
 */
public record ExposureFigures(long served, long recently, @Nullable LocalDate lastDay,
		SortedMap<YearMonth, Long> months, boolean leaked, ExposureLimits limits) {

	public ExposureFigures {
		months = Collections.unmodifiableSortedMap(months);
	}

	/**
	 * Figures from how often the question was asked on each day.
	 */
	static ExposureFigures of(Map<LocalDate, Long> days, ExposureLimits limits, Instant now) {
		NavigableMap<LocalDate, Long> sorted = new TreeMap<>(days);
		SortedMap<YearMonth, Long> months = new TreeMap<>();
		sorted.forEach((day, served) -> months.merge(YearMonth.from(day), served, Long::sum));
		long recently = sum(sorted.tailMap(since(limits, now), true));
		return new ExposureFigures(sum(sorted), recently, sorted.isEmpty() ? null : sorted.lastKey(), months,
				limits.leaked(recently), limits);
	}

	/**
	 * The first day of the window.
	 */
	static LocalDate since(ExposureLimits limits, Instant now) {
		return LocalDate.ofInstant(now.minus(limits.window()), ZoneOffset.UTC);
	}

	private static long sum(Map<LocalDate, Long> days) {
		return days.values().stream().mapToLong(Long::longValue).sum();
	}

}
