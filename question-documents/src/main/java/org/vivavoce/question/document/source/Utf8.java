package org.vivavoce.question.document.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Text that must be UTF-8, with or without a byte order mark.
 */
public final class Utf8 {

	private Utf8() {
	}

	/**
	 * Decode a document.
	 * @return null when it is not UTF-8, which is a fault of the line
	 */
	public static @Nullable String decode(byte[] document, Faults faults) {
		ByteBuffer bytes = ByteBuffer.wrap(document);
		CharBuffer characters = CharBuffer.allocate(document.length);
		CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, characters, true);
		characters.flip();
		String text = characters.toString();
		if (result.isError()) {
			int line = 1 + (int) text.chars().filter((character) -> character == '\n').count();
			faults.add(line, "this is not UTF-8");
			return null;
		}
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

}
