package org.vivavoce.question.document.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

import org.vivavoce.question.document.source.Part;
import org.vivavoce.question.document.source.Passage;

/**
 * A Markdown document as a plain list of its blocks.
 */
final class MarkdownBlocks {

	/**
	 * Deeper quotes and lists are text.
	 */
	static final int DEEPEST = 30;

	private static final Parser PARSER = Parser.builder()
		.extensions(List.of(TablesExtension.create()))
		.includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
		.maxOpenBlockParsers(DEEPEST)
		.build();

	/** What is never closed goes on to the end, and is looked for once. */
	private static final Pattern COMMENT = Pattern.compile("(?s)<!--(?:.*?-->|.*)");

	private static final Pattern SUMMARY = Pattern.compile("(?is)<summary>(.*?)(?:</summary>|\\z)");

	private static final Pattern UNFOLDING = Pattern.compile("(?i)</?details(?:\\s+open)?>");

	private final List<MarkdownBlock> blocks = new ArrayList<>();

	private final MarkdownSegments segments;

	private MarkdownBlocks(boolean boldLabels) {
		this.segments = new MarkdownSegments(boldLabels);
	}

	static List<MarkdownBlock> of(String text) {
		Node document = PARSER.parse(text);
		MarkdownBlocks read = new MarkdownBlocks(labelled(document));
		read.children(document, 0);
		return read.blocks;
	}

	private static boolean labelled(Node parent) {
		for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
			boolean found = (node instanceof Paragraph paragraph) ? MarkdownSegments.boldlyLabelled(paragraph)
					: !(node instanceof Heading) && !(node instanceof TableBlock) && labelled(node);
			if (found) {
				return true;
			}
		}
		return false;
	}

	private void children(Node parent, int lists) {
		for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
			block(node, lists);
		}
	}

	private void block(Node node, int lists) {
		switch (node) {
			case Heading heading -> this.blocks
				.add(new MarkdownBlock.Title(line(node), heading.getLevel(), MarkdownText.of(heading).strip()));
			case Paragraph paragraph -> this.blocks
				.add(new MarkdownBlock.Prose(line(node), lists, item(node), bold(node), this.segments.of(paragraph)));
			case ListBlock list -> children(list, lists + 1);
			case ThematicBreak rule -> this.blocks.add(new MarkdownBlock.Rule(line(node)));
			case TableBlock table -> this.blocks.add(new MarkdownBlock.Table(line(node), rows(table)));
			case FencedCodeBlock code -> literal(node, code.getLiteral(), lists);
			case IndentedCodeBlock code -> literal(node, code.getLiteral(), lists);
			case HtmlBlock html -> html(html, COMMENT.matcher(html.getLiteral()).replaceAll(""), lists);
			default -> children(node, lists);
		}
	}

	/**
	 * What can be unfolded is shown below its summary.
	 */
	private void html(HtmlBlock node, String text, int lists) {
		Matcher summary = SUMMARY.matcher(text);
		if (summary.find()) {
			String label = summary.group(1).strip();
			Optional<Part> part = Part.of(label);
			this.blocks.add(new MarkdownBlock.Prose(line(node), lists, item(node), part.isEmpty(),
					List.of(new MarkdownBlock.Segment(line(node), part.orElse(null), part.isEmpty() ? label : ""))));
		}
		literal(node, UNFOLDING.matcher(summary.replaceFirst("")).replaceAll(""), lists);
	}

	private void literal(Node node, String text, int lists) {
		if (!text.isBlank()) {
			this.blocks.add(new MarkdownBlock.Prose(line(node), lists, item(node), false,
					List.of(new MarkdownBlock.Segment(line(node), null, text.strip()))));
		}
	}

	private static boolean item(Node node) {
		return node.getParent() instanceof ListItem && node.getPrevious() == null;
	}

	private static boolean bold(Node paragraph) {
		return paragraph.getFirstChild() instanceof StrongEmphasis only && only.getNext() == null;
	}

	private static List<List<Passage>> rows(TableBlock table) {
		List<List<Passage>> rows = new ArrayList<>();
		for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
			for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
				if (row instanceof TableRow) {
					rows.add(cells(row));
				}
			}
		}
		return rows;
	}

	private static List<Passage> cells(Node row) {
		List<Passage> cells = new ArrayList<>();
		for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
			if (cell instanceof TableCell) {
				cells.add(new Passage(line(row), MarkdownText.of(cell).replaceAll("(?i)<br ?/?>", "\n").strip()));
			}
		}
		return cells;
	}

	/**
	 * Where a node begins, from 1.
	 */
	static int line(Node node) {
		Node at = node;
		while (at.getSourceSpans().isEmpty() && at.getParent() != null) {
			at = at.getParent();
		}
		return at.getSourceSpans().isEmpty() ? 1 : at.getSourceSpans().getFirst().getLineIndex() + 1;
	}

}
