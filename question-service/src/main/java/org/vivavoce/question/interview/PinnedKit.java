package org.vivavoce.question.interview;

import org.vivavoce.question.kit.Kit;

/**
 * The version of a kit that an interview was planned by.
 */
record PinnedKit(String id, int version) {

	static PinnedKit of(Kit kit) {
		return new PinnedKit(kit.id(), kit.version());
	}

}
