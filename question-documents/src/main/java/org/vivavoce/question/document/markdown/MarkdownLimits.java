package org.vivavoce.question.document.markdown;

import java.util.List;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

import org.vivavoce.question.document.source.DocumentLimits;
import org.vivavoce.question.document.source.Faults;
import org.vivavoce.question.document.source.Interruption;

/**
 * Counts what the parser would make of a document before it does. Which lines are a
 * paragraph only the parser itself knows: it is run once with this in place of what reads
 * the inside of paragraphs, which is where the time and the memory go.
 */
final class MarkdownLimits implements InlineParser, BlockParserFactory {

	private static final String MARKS = "[]*_`<!&\\";

	private @Nullable BlockParser paragraph;

	private int lines;

	private int blocks;

	private int marks;

	private long steps;

	private MarkdownLimits() {
	}

	/**
	 * Find what is too much for the parser.
	 * @param text with plain line ends
	 */
	static void check(String text, Faults faults) {
		checkContainers(text, faults);
		if (faults.any()) {
			return;
		}
		MarkdownLimits limits = new MarkdownLimits();
		try {
			Parser.builder()
				.extensions(List.of(TablesExtension.create()))
				.includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
				.maxOpenBlockParsers(MarkdownBlocks.DEEPEST)
				.customBlockParserFactory(limits)
				.inlineParserFactory((context) -> limits)
				.build()
				.parse(text);
		}
		catch (LimitExceededException ex) {
			faults.add(ex.line, ex.message);
		}
	}

	private static void checkContainers(String text, Faults faults) {
		int containers = 0;
		int line = 1;
		boolean leading = true;
		for (int at = 0; at < text.length(); at++) {
			char character = text.charAt(at);
			if (character == '\n') {
				line++;
				leading = true;
			}
			else if (leading && ">-*+.)".indexOf(character) >= 0) {
				containers++;
			}
			else if (leading && character != ' ' && character != '\t' && (character < '0' || character > '9')) {
				leading = false;
			}
			if (containers > DocumentLimits.CONTAINERS) {
				faults.add(line, "the document has more than " + DocumentLimits.CONTAINERS
						+ " signs of lists, items and quotations");
				return;
			}
		}
	}

	/**
	 * Asked before each line that might begin something.
	 */
	@Override
	public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
		Interruption.check();
		BlockParser open = state.getActiveBlockParser();
		this.lines = (open == this.paragraph) ? this.lines + 1 : 0;
		this.paragraph = open;
		if (this.lines > DocumentLimits.PARAGRAPH_LINES && open.getBlock() instanceof Paragraph) {
			SourceSpan at = state.getLine().getSourceSpan();
			throw new LimitExceededException((at != null) ? at.getLineIndex() + 1 : 1,
					"the paragraph has more than " + DocumentLimits.PARAGRAPH_LINES + " lines");
		}
		return BlockStart.none();
	}

	@Override
	public void parse(SourceLines lines, Node block) {
		Interruption.check();
		int line = lines.getLines()
			.stream()
			.findFirst()
			.map(SourceLine::getSourceSpan)
			.map((span) -> span.getLineIndex() + 1)
			.orElse(1);
		if (++this.blocks > DocumentLimits.BLOCKS) {
			throw new LimitExceededException(line, "the document has more than " + DocumentLimits.BLOCKS
					+ " paragraphs, headings and cells of tables");
		}
		String text = lines.getContent();
		this.steps += UnclosedMarks.steps(text);
		if (this.steps > UnclosedMarks.MOST_STEPS) {
			throw new LimitExceededException(line, "there are too many '<' that no '>' closes here; a blank line or "
					+ "the fence of a code block was expected between them");
		}
		if (text.length() > DocumentLimits.PARAGRAPH) {
			throw new LimitExceededException(line,
					"the paragraph is longer than " + DocumentLimits.PARAGRAPH + " characters");
		}
		int own = (int) text.chars().filter((character) -> MARKS.indexOf(character) >= 0).count();
		this.marks += own;
		if (own > DocumentLimits.PARAGRAPH_MARKS || this.marks > DocumentLimits.MARKS) {
			throw new LimitExceededException(line, "there are too many brackets, asterisks, backticks and the like in "
					+ ((own > DocumentLimits.PARAGRAPH_MARKS) ? "the paragraph" : "the document") + "; up to "
					+ ((own > DocumentLimits.PARAGRAPH_MARKS) ? DocumentLimits.PARAGRAPH_MARKS : DocumentLimits.MARKS)
					+ " are possible, any number in the fences of code");
		}
	}

	/**
	 * Ends the parser.
	 */
	private static final class LimitExceededException extends RuntimeException {

		private final int line;

		private final String message;

		LimitExceededException(int line, String message) {
			super(message);
			this.line = line;
			this.message = message;
		}

	}

}
