package org.vivavoce.question.hub;

/**
 * What is wrong with a document of questions.
 *
 * @param line in the document, from 1
 */
record SetFault(int line, String message) {

}
