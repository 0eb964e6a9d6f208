package org.vivavoce.question.hub;

/**
 * A piece of a document.
 *
 * @param line where it begins, from 1
 */
record Passage(int line, String text) {

	boolean blank() {
		return this.text.isBlank();
	}

}
