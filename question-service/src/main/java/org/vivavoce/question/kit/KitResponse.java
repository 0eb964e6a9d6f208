package org.vivavoce.question.kit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;

/**
 * A version of a kit as callers see it.
 *
 * @param counts how many questions of each level, key questions among them
 * @param minutes how long all answers may take together; left out without a limit
 * @param author who has saved this version
 * @param at when it was saved
 * @param latest the number of the latest version
 * @param retired whether no interview is planned by any version any more
 */
@Schema(name = "Kit")
@JsonInclude(JsonInclude.Include.NON_NULL)
record KitResponse(@Schema(example = "backend-mid") String id, @Schema(example = "2") int version,
		@Schema(example = "Backend, mid level") String name, @Schema(example = "django") String technology, Level level,
		@Schema(example = "{\"junior\": 2, \"mid\": 5, \"senior\": 1}") Map<Level, Integer> counts,
		@Schema(example = "[\"orm\"]") List<String> mustHaveTopics,
		@Schema(example = "[\"django-n-plus-one\"]") List<String> keyQuestions,
		@Schema(example = "45") @Nullable Integer minutes, @Schema(example = "recruiter") String author, Instant at,
		@Schema(example = "2") int latest, boolean retired, @Nullable String retiredBy, @Nullable Instant retiredAt) {

	static KitResponse of(KitHistory history, Kit kit) {
		KitHistory.Retirement retirement = history.retirement();
		return new KitResponse(kit.id(), kit.version(), kit.name(), kit.technology(), kit.level(), kit.counts(),
				kit.mustHaveTopics(), kit.keyQuestions(), kit.minutes(), kit.author(), kit.at(),
				history.latest().version(), history.retired(), (retirement != null) ? retirement.by() : null,
				(retirement != null) ? retirement.at() : null);
	}

	static KitResponse latest(KitHistory history) {
		return of(history, history.latest());
	}

}
