package org.vivavoce.question.exposure;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How often and when a question was asked.
 *
 * @param served ever, in any revision, as far as its interviews are still stored
 * @param servedRecently within the window
 * @param windowDays length of the window
 * @param lastServedOn day in UTC; left out when it was never asked
 * @param months how often in each month in which it was asked, in order
 * @param probablyLeaked whether it was asked at least leakedAfter times within the window
 */
@Schema(name = "QuestionExposure")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExposureResponse(@Schema(example = "django-n-plus-one") String questionId,
		@Schema(example = "14") long served, @Schema(example = "9") long servedRecently,
		@Schema(example = "90") long windowDays, @Schema(example = "2026-03-14") @Nullable LocalDate lastServedOn,
		List<Month> months, boolean probablyLeaked, @Schema(example = "30") int leakedAfter) {

	/**
	 * How often the question was asked in a month.
	 */
	@Schema(name = "QuestionExposureMonth")
	record Month(@Schema(example = "2026-03") String month, @Schema(example = "9") long served) {

	}

	public static ExposureResponse of(String questionId, ExposureFigures figures) {
		List<Month> months = figures.months()
			.entrySet()
			.stream()
			.map((month) -> new Month(month.getKey().toString(), month.getValue()))
			.toList();
		return new ExposureResponse(questionId, figures.served(), figures.recently(),
				figures.limits().window().toDays(), figures.lastDay(), months, figures.leaked(),
				figures.limits().leakedAfter());
	}

}
