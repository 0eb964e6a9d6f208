package org.vivavoce.question.document.source;

import org.vivavoce.question.document.draft.FieldRules;

/**
 * A piece of a document.
 *
 * @param line where it begins, from 1
 */
public record Passage(int line, String text) {

	public boolean blank() {
		return this.text.isBlank();
	}

	/**
	 * Both as one. What is too long for anything already grows no more, so that many
	 * short lines stay as cheap as they look.
	 */
	public Passage with(String separator, Passage more) {
		return (this.text.length() > 3 * FieldRules.LONG_TEXT) ? this
				: new Passage(this.line, this.text + separator + more.text);
	}

}
