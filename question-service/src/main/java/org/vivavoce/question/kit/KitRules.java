package org.vivavoce.question.kit;

import java.util.List;

import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.hub.QuestionOutline;

/**
 * Plans interviews by kits.
 */
public interface KitRules {

	/**
	 * What stands against planning by a kit; empty when a plan is possible.
	 * @param hub all questions of the kit's technology
	 */
	List<Breach> breaches(Kit kit, List<QuestionOutline> hub);

	/**
	 * What would be asked, in its order; empty when no plan is possible.
	 * @param repeated whether somebody has given the seed, as in a request for an
	 * interview
	 */
	List<Asked> asked(Kit kit, List<QuestionOutline> hub, Exposures exposures, long seed, boolean repeated);

	/**
	 * One thing that stands against a kit.
	 *
	 * @param pointer JSON pointer into the kit
	 */
	record Breach(String pointer, String message) {

	}

	/**
	 * A question that would be asked.
	 *
	 * @param reason why it was chosen
	 */
	record Asked(QuestionOutline question, String reason) {

	}

}
