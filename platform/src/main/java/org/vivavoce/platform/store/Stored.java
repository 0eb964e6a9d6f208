package org.vivavoce.platform.store;

/**
 * A state as it was read.
 *
 * @param id the document's id
 * @param guard the number of writes so far; 0 when it is not stored yet
 */
public record Stored<S>(String id, long guard, S state) {

}
