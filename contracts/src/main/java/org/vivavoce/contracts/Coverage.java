package org.vivavoce.contracts;

/**
 * How much of the interviews has happened: numbers of questions.
 */
public record Coverage(int planned, int served, int scored) {

}
