package org.vivavoce.question.exposure;

import java.time.Duration;

/**
 * What counts as exposure.
 *
 * @param window how far back servings count, whole days
 * @param leakedAfter how many servings within the window make a question probably leaked,
 * from 1
 */
public record ExposureLimits(Duration window, int leakedAfter) {

	/**
	 * The defaults of the settings.
	 */
	public static final ExposureLimits USUAL = new ExposureLimits(Duration.ofDays(90), 30);

	boolean leaked(long served) {
		return served >= this.leakedAfter;
	}

}
