package org.vivavoce.question.document.source;

/**
 * What is wrong with a document of questions.
 *
 * @param line in the document, from 1
 */
public record SetFault(int line, String message) {

}
