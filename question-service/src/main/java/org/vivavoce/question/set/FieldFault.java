package org.vivavoce.question.set;

/**
 * What is wrong with a field of an edited question.
 *
 * @param pointer JSON Pointer of the field in a {@link RevisionRequest}
 * @param message goes on from the name of the field: "is empty"
 */
public record FieldFault(String pointer, String message) {

}
