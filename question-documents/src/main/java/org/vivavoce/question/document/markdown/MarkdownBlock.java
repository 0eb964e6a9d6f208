package org.vivavoce.question.document.markdown;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.document.source.Part;
import org.vivavoce.question.document.source.Passage;

/**
 * One block of a Markdown document, out of the lists and quotes that it stands in.
 */
sealed interface MarkdownBlock {

	int line();

	/**
	 * A heading.
	 *
	 * @param depth 1 to 6
	 */
	record Title(int line, int depth, String text) implements MarkdownBlock {

	}

	/**
	 * A paragraph.
	 *
	 * @param lists how many lists it stands in
	 * @param item whether it begins an item of the innermost list
	 * @param bold whether all of it is bold
	 * @param segments at least one
	 */
	record Prose(int line, int lists, boolean item, boolean bold, List<Segment> segments) implements MarkdownBlock {

	}

	/**
	 * A part of a paragraph, from one label to the next.
	 */
	record Segment(int line, @Nullable Part label, String text) {

		Passage passage() {
			return new Passage(this.line, this.text);
		}

	}

	/**
	 * A table.
	 *
	 * @param rows the first is its head
	 */
	record Table(int line, List<List<Passage>> rows) implements MarkdownBlock {

	}

	/**
	 * A line across the page.
	 */
	record Rule(int line) implements MarkdownBlock {

	}

}
