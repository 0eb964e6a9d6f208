package org.vivavoce.question.set;

/**
 * What is wrong with a field of a question that is edited, or of the rules of a plan.
 *
 * @param pointer JSON Pointer of the field in what was sent
 * @param message goes on from the name of the field: "is empty"
 */
public record FieldFault(String pointer, String message) {

}
