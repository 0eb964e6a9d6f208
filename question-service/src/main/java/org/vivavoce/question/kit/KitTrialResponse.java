package org.vivavoce.question.kit;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.plan.PlannedQuestion;

/**
 * What would be asked by a kit.
 *
 * @param seed that was given; left out without one
 * @param minutes how long all answers should take together
 * @param plan empty when no plan is possible
 * @param against why no plan is possible; empty when one is
 */
@Schema(name = "KitTrial")
@JsonInclude(JsonInclude.Include.NON_NULL)
record KitTrialResponse(@Schema(example = "backend-mid") String kit, @Schema(example = "2") int version,
		@Schema(example = "42") @Nullable Long seed, @Schema(example = "38") int minutes, List<Item> plan,
		List<Obstacle> against) {

	/**
	 * A question that would be asked.
	 *
	 * @param position from 1
	 * @param reason why it was chosen
	 */
	@Schema(name = "KitTrialQuestion")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(int position, String questionId, int revision, Level level, String topic, int minutes,
			@Nullable String prompt,
			@Schema(example = "Key question of the kit, at level; first question about orm; not asked in the last 90 days.") String reason) {

		static Item of(KitTrial.Row row) {
			PlannedQuestion question = row.question();
			return new Item(question.position(), question.questionId(), question.revision(), question.level(),
					question.topic(), question.minutes(), row.prompt(), String.valueOf(question.reason()));
		}

	}

	/**
	 * One thing that stands against a plan.
	 *
	 * @param pointer JSON pointer into the kit
	 */
	@Schema(name = "KitObstacle")
	record Obstacle(@Schema(example = "/minutes") String pointer,
			@Schema(example = "the shortest plan takes 52 minutes, 7 more than 45") String message) {

	}

	/**
	 * No interview is planned by a kit that is retired.
	 */
	static KitTrialResponse retired(Kit kit) {
		return new KitTrialResponse(kit.id(), kit.version(), null, 0, List.of(),
				List.of(new Obstacle("", "the kit is retired; saving it again brings it back")));
	}

	static KitTrialResponse of(Kit kit, KitTrial trial) {
		return new KitTrialResponse(kit.id(), kit.version(), trial.repeated() ? trial.seed() : null, trial.minutes(),
				trial.rows().stream().map(Item::of).toList(),
				trial.against().stream().map((reason) -> new Obstacle(reason.pointer(), reason.message())).toList());
	}

}
