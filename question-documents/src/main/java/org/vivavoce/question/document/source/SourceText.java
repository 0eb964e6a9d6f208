package org.vivavoce.question.document.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The text of a document that is no YAML: UTF-8, or UTF-16 with a byte order mark as
 * spreadsheets write it, with any line ends.
 */
public final class SourceText {

	public static final int LARGEST = 5 * 1024 * 1024;

	/**
	 * Far more than a set of questions has; what looks back at other lines stays quick.
	 */
	public static final int MOST_LINES = 50_000;

	private SourceText() {
	}

	/**
	 * Decode a document.
	 * @return with plain line ends; null when it cannot be read, which is a fault
	 */
	public static @Nullable String decode(byte[] document, Faults faults) {
		if (document.length > LARGEST) {
			faults.add(1, "the document is larger than 5 MiB");
			return null;
		}
		Charset wide = wide(document);
		String decoded = (wide == null) ? Utf8.decode(document, faults)
				: new String(Arrays.copyOfRange(document, 2, document.length), wide);
		String text = (decoded != null) ? decoded.replace("\r\n", "\n").replace('\r', '\n') : null;
		if (text == null) {
			return null;
		}
		if (text.codePoints().filter(SourceText::endsLine).count() > MOST_LINES) {
			faults.add(MOST_LINES, "the document has more than " + MOST_LINES + " lines");
			return null;
		}
		checkCharacters(text, faults);
		if (!faults.any() && text.isBlank()) {
			faults.add(1, "the document is empty");
		}
		return faults.any() ? null : text;
	}

	private static @Nullable Charset wide(byte[] document) {
		if (document.length < 2) {
			return null;
		}
		int mark = ((document[0] & 0xFF) << Byte.SIZE) | (document[1] & 0xFF);
		return switch (mark) {
			case 0xFFFE -> StandardCharsets.UTF_16LE;
			case 0xFEFF -> StandardCharsets.UTF_16BE;
			default -> null;
		};
	}

	private static boolean endsLine(int character) {
		return character == '\n' || character == '\u0085' || character == '\u2028' || character == '\u2029';
	}

	private static void checkCharacters(String text, Faults faults) {
		int line = 1;
		for (int at = 0; at < text.length() && !faults.full();) {
			int character = text.codePointAt(at);
			if (unwanted(character)) {
				faults.add(line, "the character U+%04X is not allowed".formatted(character));
			}
			line += (character == '\n') ? 1 : 0;
			at += Character.charCount(character);
		}
	}

	private static boolean unwanted(int character) {
		int kind = Character.getType(character);
		return kind == Character.SURROGATE || character == 0xFFFD
				|| (kind == Character.CONTROL && character != '\n' && character != '\t');
	}

}
