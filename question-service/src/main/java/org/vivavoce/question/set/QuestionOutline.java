package org.vivavoce.question.set;

import org.vivavoce.contracts.Level;

/**
 * What planning needs to know about a question.
 *
 * @param minutes how long the answer should take
 */
public record QuestionOutline(String id, int revision, Level level, String topic, int minutes) {

}
