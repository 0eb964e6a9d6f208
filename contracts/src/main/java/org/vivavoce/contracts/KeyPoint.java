package org.vivavoce.contracts;

/**
 * One thing a strong answer mentions, to be ticked while listening.
 *
 * @param id unique within its question
 */
public record KeyPoint(String id, String text) {

}
