package org.vivavoce.contracts;

import java.util.Optional;

/**
 * What is text: Unicode without lone surrogates and without control characters other than
 * tab and line feed.
 */
public final class Texts {

	private Texts() {
	}

	/**
	 * What is wrong with a text, as the end of a sentence that begins with its name;
	 * empty when nothing is.
	 */
	public static Optional<String> fault(CharSequence text) {
		for (int i = 0; i < text.length(); i++) {
			char each = text.charAt(i);
			if (Character.isISOControl(each) && each != '\t' && each != '\n') {
				return Optional.of("has the control character U+%04X".formatted((int) each));
			}
			if (Character.isHighSurrogate(each) && i + 1 < text.length()
					&& Character.isLowSurrogate(text.charAt(i + 1))) {
				i++;
			}
			else if (Character.isSurrogate(each)) {
				return Optional.of("has half of a character, the lone surrogate U+%04X".formatted((int) each));
			}
		}
		return Optional.empty();
	}

}
