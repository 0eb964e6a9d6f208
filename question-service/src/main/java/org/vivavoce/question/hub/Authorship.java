package org.vivavoce.question.hub;

import org.jspecify.annotations.Nullable;

/**
 * Who changes something, and why.
 *
 * @param author null for the service itself
 * @param reason null when none is given
 */
record Authorship(@Nullable String author, @Nullable String reason) {

	/**
	 * What the service does by itself.
	 */
	static final Authorship SERVICE = new Authorship(null, null);

}
