package org.vivavoce.question.document.markdown;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Markdown as the plain text that the hub keeps: emphasis is dropped, a link keeps its
 * address, a wrapped line is joined, a hard line break stays.
 */
final class MarkdownText {

	private MarkdownText() {
	}

	/**
	 * What is within a node.
	 */
	static String of(Node node) {
		return between(node.getFirstChild(), null);
	}

	/**
	 * What nodes that stand beside each other say. However deeply somebody nests, nothing
	 * here calls itself.
	 * @param end the first that does not belong to them; null for all
	 */
	static String between(@Nullable Node first, @Nullable Node end) {
		StringBuilder text = new StringBuilder();
		Node root = (first != null) ? first.getParent() : null;
		Node node = first;
		while (node != null && node != end && node != root) {
			enter(node, text);
			Node next = node.getFirstChild();
			while (next == null && node != null && node != root) {
				leave(node, text);
				next = node.getNext();
				node = (next == null) ? node.getParent() : node;
			}
			node = next;
		}
		return text.toString();
	}

	private static void enter(Node node, StringBuilder text) {
		switch (node) {
			case Text literal -> text.append(literal.getLiteral());
			case Code code -> text.append(code.getLiteral());
			case HtmlInline html -> text.append(html.getLiteral());
			case SoftLineBreak wrapped -> text.append(' ');
			case HardLineBreak hard -> text.append('\n');
			default -> {
			}
		}
	}

	private static void leave(Node node, StringBuilder text) {
		if (node instanceof Link link) {
			boolean bare = link.getFirstChild() instanceof Text only && only.getNext() == null
					&& only.getLiteral().equals(link.getDestination());
			text.append(bare ? "" : " (" + link.getDestination() + ")");
		}
	}

}
