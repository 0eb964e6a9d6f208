package org.vivavoce.question.document.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * The text of a document within its limits: UTF-8, or, unless it is YAML, UTF-16 with a
 * byte order mark as spreadsheets write it, with any line ends.
 */
public final class SourceText {

	private SourceText() {
	}

	/**
	 * Decode a document.
	 * @return with plain line ends; null when it cannot be read, which is a fault
	 */
	public static @Nullable String decode(byte[] document, Faults faults) {
		String decoded = bounded(document, wide(document), DocumentLimits.LINES, DocumentLimits.LINE, faults);
		if (decoded == null) {
			return null;
		}
		String text = decoded.replace("\r\n", "\n").replace('\r', '\n');
		checkCharacters(text, faults);
		if (!faults.any() && text.isBlank()) {
			faults.add(1, "the document is empty");
		}
		return faults.any() ? null : text;
	}

	/**
	 * Decode YAML.
	 * @return as it is written; null when it cannot be read, which is a fault
	 */
	public static @Nullable String yaml(byte[] document, Faults faults) {
		return bounded(document, null, DocumentLimits.YAML_LINES, DocumentLimits.YAML_LINE, faults);
	}

	private static @Nullable String bounded(byte[] document, @Nullable Charset wide, int lines, int longest,
			Faults faults) {
		if (document.length > DocumentLimits.LARGEST) {
			faults.add(1, "the document is larger than 5 MiB");
			return null;
		}
		String text = (wide == null) ? Utf8.decode(document, faults)
				: new String(document, 2, document.length - 2, wide);
		if (text != null) {
			DocumentLimits.check(text, lines, longest, faults);
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
