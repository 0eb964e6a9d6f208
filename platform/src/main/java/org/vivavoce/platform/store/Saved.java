package org.vivavoce.platform.store;

import java.util.Map;
import java.util.Set;

/**
 * What came of writing many aggregates; those that are not named here are written.
 *
 * @param sizes of what was to be written, in bytes, by id
 * @param conflicts the ids of those that somebody else has written since they were read
 * @param tooLarge the ids of those that hold more than one document may
 * @param refused why the others will never be written as they are, by id
 */
public record Saved(Map<String, Integer> sizes, Set<String> conflicts, Set<String> tooLarge,
		Map<String, String> refused) {

}
