package org.vivavoce.question.kit;

import java.util.List;

import org.vivavoce.question.hub.QuestionOutline;

/**
 * Tells whether interviews can be planned by a kit.
 */
@FunctionalInterface
public interface KitRules {

	/**
	 * What stands against it; empty when a plan is possible.
	 * @param hub all questions of the kit's technology
	 */
	List<Breach> breaches(Kit kit, List<QuestionOutline> hub);

	/**
	 * One thing that stands against a kit.
	 *
	 * @param pointer JSON pointer into the kit
	 */
	record Breach(String pointer, String message) {

	}

}
