package org.vivavoce.platform.projection;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.vivavoce.platform.store.Stored;

/**
 * What came of a batch.
 *
 * @param touched the documents that had events, as they are stored now
 * @param unwritable the records that could not be applied
 * @param full the ids of documents that take no more
 */
record Folded<S>(Collection<Stored<S>> touched, List<Unwritable> unwritable, Set<String> full) {

	/**
	 * What has to be known of it once it is handed on.
	 */
	Folded<S> withoutStates() {
		return new Folded<>(List.of(), this.unwritable, this.full);
	}

}
