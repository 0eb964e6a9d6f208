package org.vivavoce.standalone.command;

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
	 * The format of a file by the ending of its name.
	 */
	static Optional<DocumentType> ofName(String name) {
		String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter((each) -> each.endings.contains(ending)).findFirst();
	}

}
