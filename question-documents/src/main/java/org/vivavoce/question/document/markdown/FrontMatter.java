package org.vivavoce.question.document.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.vivavoce.question.document.source.Part;

/**
 * The lines between dashes at the top of a Markdown document, in which site generators
 * keep what is about the page.
 *
 * @param blocks what they say about the set; anything else in them is the site's matter
 * @param body the document with blank lines in place of them
 */
record FrontMatter(List<MarkdownBlock> blocks, String body) {

	private static final Pattern ENTRY = Pattern.compile("(\\w[\\w -]*):(?:\\s+(.*))?");

	private static final Pattern MORE = Pattern.compile("\\s.*|#.*|-\\s.*|");

	private static final Pattern END = Pattern.compile("(?:---|\\.\\.\\.)\\s*");

	/**
	 * Take it from a document.
	 * @param text with plain line ends
	 * @param wanted what may be in it
	 */
	static FrontMatter of(String text, Set<Part> wanted) {
		FrontMatter none = new FrontMatter(List.of(), text);
		List<MarkdownBlock> blocks = new ArrayList<>();
		List<String> lines = text.lines().toList();
		if (lines.size() < 2 || !lines.getFirst().matches("---\\s*") || !ENTRY.matcher(lines.get(1)).matches()) {
			return none;
		}
		for (int at = 1; at < lines.size(); at++) {
			int line = at + 1;
			Matcher entry = ENTRY.matcher(lines.get(at));
			if (END.matcher(lines.get(at)).matches()) {
				return new FrontMatter(blocks,
						"\n".repeat(line) + String.join("\n", lines.subList(line, lines.size())));
			}
			if (entry.matches()) {
				Part.of(entry.group(1)).filter(wanted::contains).ifPresent((part) -> {
					String value = (entry.group(2) != null) ? unquoted(entry.group(2).strip()) : "";
					blocks.add(new MarkdownBlock.Prose(line, 0, false, false,
							List.of(new MarkdownBlock.Segment(line, part, value))));
				});
			}
			else if (!MORE.matcher(lines.get(at)).matches()) {
				return none;
			}
		}
		return none;
	}

	private static String unquoted(String value) {
		return value.matches("(['\"]).*\\1") ? value.substring(1, value.length() - 1) : value;
	}

}
