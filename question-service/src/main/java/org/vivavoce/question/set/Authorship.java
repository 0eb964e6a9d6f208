package org.vivavoce.question.set;

import org.jspecify.annotations.Nullable;

/**
 * Who changes something, and why.
 *
 * @param author null for the service itself
 * @param reason null when none is given
 */
public record Authorship(@Nullable String author, @Nullable String reason) {

	/**
	 * What the service does by itself.
	 */
	public static final Authorship SERVICE = new Authorship(null, null);

}
