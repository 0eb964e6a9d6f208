package org.vivavoce.standalone.command;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A format of question sets.
 */
enum DocumentType {

	YAML("application/yaml", "yaml", "yml"),

	CSV("text/csv", "csv", "tsv"),

	MARKDOWN("text/markdown", "md", "markdown"),

	/** Is read and never written. */
	TEXT("text/plain", "txt");

	private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

	private final String mediaType;

	private final List<String> endings;

	DocumentType(String mediaType, String... endings) {
		this.mediaType = mediaType;
		this.endings = List.of(endings);
	}

	String mediaType() {
		return this.mediaType;
	}

	/**
	 * A document as a file: spreadsheets take one for UTF-8 only when it begins with a
	 * byte order mark.
	 */
	byte[] asFile(byte[] document) {
		return (this == CSV) ? ByteBuffer.allocate(MARK.length + document.length).put(MARK).put(document).array()
				: document;
	}

	/**
	 * The format of a file by the ending of its name.
	 */
	static Optional<DocumentType> ofName(String name) {
		String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter((each) -> each.endings.contains(ending)).findFirst();
	}

}
