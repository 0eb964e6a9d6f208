package org.vivavoce.question.document.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

import org.vivavoce.question.document.source.Part;

/**
 * Splits a paragraph at its labels: {@code **Strong answer:** …} at the beginning of a
 * line, or the same without asterisks in a document that has no bold labels at all.
 */
final class MarkdownSegments {

	private static final Pattern PLAIN = Pattern
		.compile("[\\p{So}\\uFE0F\\s]*([\\p{L}][\\p{L} ]{0,30}?(?: [1-4])?)\\s*:\\s*");

	/** What people put before a label, such as a flag. */
	private static final Pattern SIGNS = Pattern.compile("[\\p{So}\\uFE0F\\s]+");

	private final boolean bold;

	/**
	 * For one document.
	 * @param bold whether it has bold labels
	 */
	MarkdownSegments(boolean bold) {
		this.bold = bold;
	}

	/**
	 * Whether a paragraph has a bold label.
	 */
	static boolean boldlyLabelled(Paragraph paragraph) {
		for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
			if (begins(node) && boldLabel(node).isPresent()) {
				return true;
			}
		}
		return false;
	}

	List<MarkdownBlock.Segment> of(Paragraph paragraph) {
		List<MarkdownBlock.Segment> segments = new ArrayList<>();
		Node first = paragraph.getFirstChild();
		for (Node node = first; node != null; node = node.getNext()) {
			if (node != first && begins(node) && label(node).isPresent()) {
				if (!(first instanceof Text signs && first.getNext() == node
						&& SIGNS.matcher(signs.getLiteral()).matches())) {
					segments.add(segment(first, node));
				}
				first = node;
			}
		}
		segments.add(segment(first, null));
		return segments;
	}

	private static boolean begins(Node node) {
		Node before = node.getPrevious();
		return before == null || before instanceof SoftLineBreak || before instanceof HardLineBreak
				|| (before instanceof Text signs && SIGNS.matcher(signs.getLiteral()).matches() && begins(before));
	}

	private Optional<Part> label(Node node) {
		return this.bold ? boldLabel(node) : plainLabel(node);
	}

	private static Optional<Part> boldLabel(Node node) {
		if (!(node instanceof StrongEmphasis)) {
			return Optional.empty();
		}
		String text = MarkdownText.of(node).strip();
		Node next = node.getNext();
		boolean ended = text.endsWith(":") || next == null || next instanceof SoftLineBreak
				|| next instanceof HardLineBreak
				|| (next instanceof Text after && after.getLiteral().stripLeading().startsWith(":"));
		return ended ? Part.of(text) : Optional.empty();
	}

	private static Optional<Part> plainLabel(Node node) {
		if (!(node instanceof Text text)) {
			return Optional.empty();
		}
		Matcher label = PLAIN.matcher(text.getLiteral());
		return label.lookingAt() ? Part.of(label.group(1)) : Optional.empty();
	}

	private MarkdownBlock.Segment segment(@Nullable Node first, @Nullable Node end) {
		if (first == null) {
			return new MarkdownBlock.Segment(1, null, "");
		}
		Optional<Part> label = label(first);
		int line = MarkdownBlocks.line(first);
		if (label.isEmpty()) {
			return new MarkdownBlock.Segment(line, null, MarkdownText.between(first, end).strip());
		}
		if (!this.bold) {
			String text = PLAIN.matcher(MarkdownText.between(first, end)).replaceFirst("");
			return new MarkdownBlock.Segment(line, label.get(), text.strip());
		}
		String text = (first.getNext() != null) ? MarkdownText.between(first.getNext(), end).strip() : "";
		boolean colon = MarkdownText.of(first).strip().endsWith(":");
		return new MarkdownBlock.Segment(line, label.get(),
				(!colon && text.startsWith(":")) ? text.substring(1).strip() : text);
	}

}
