package org.vivavoce.question.candidate;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an organisation says about a person.
 *
 * @param externalIds in the order of the systems
 */
record Profile(String candidateId, @Nullable String name, List<ExternalId> externalIds) {

	Profile {
		externalIds = List.copyOf(externalIds);
	}

}
