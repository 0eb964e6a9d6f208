package org.vivavoce.platform.store;

import java.util.Map;

/**
 * What was found of many aggregates.
 *
 * @param found by id
 * @param sizes of the documents in bytes, by id
 * @param unreadable why those that are stored cannot be read, by id
 */
public record Loaded<S>(Map<String, Stored<S>> found, Map<String, Integer> sizes, Map<String, String> unreadable) {

}
