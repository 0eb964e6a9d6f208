package org.vivavoce.question.kit;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.web.Etags;
import org.vivavoce.platform.web.IfMatch;

/**
 * When somebody wishes to write.
 *
 * @param ifMatch tags of the state that it may take the place of; null for any
 * @param ifNoneMatch {@code *} when there may be none yet
 */
public record KitConditionRequest(@Nullable String ifMatch, @Nullable String ifNoneMatch) {

	public static final KitConditionRequest NONE = new KitConditionRequest(null, null);

	void require(Optional<KitHistory> current) {
		String tag = current.map((kit) -> tag(kit, kit.latest())).orElse(null);
		IfMatch.require(this.ifMatch, tag);
		IfMatch.requireNew(this.ifNoneMatch, tag);
	}

	/**
	 * Retiring changes what a kit says to its readers, so it changes the tag.
	 */
	public static String tag(KitHistory history, Kit kit) {
		return history.retired() ? Etags.of(kit.version(), history.latest().version(), "retired")
				: Etags.of(kit.version(), history.latest().version());
	}

}
