package org.vivavoce.contracts;

/**
 * What an answer of this rating sounds like.
 *
 * @param rating 1 missed, 2 partial, 3 solid, 4 exceptional
 */
public record RatingAnchor(int rating, String text) {

}
