package org.vivavoce.scoring.panel;

import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.web.Etags;
import org.vivavoce.platform.web.IfMatch;

/**
 * The conditional headers of a write, held against the caller's own earlier revision.
 */
public record Precondition(@Nullable String ifMatch, @Nullable String ifNoneMatch) {

	/**
	 * Refuse a write whose condition does not hold.
	 * @param revision the one that stands; 0 for none
	 */
	void require(int revision) {
		String tag = (revision > 0) ? Etags.of(revision) : null;
		IfMatch.require(this.ifMatch, tag);
		IfMatch.requireNew(this.ifNoneMatch, tag);
	}

}
