package org.vivavoce.question.document.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.document.draft.KeyPointEdit;
import org.vivavoce.question.document.source.Faults;
import org.vivavoce.question.document.source.KeyPointText;
import org.vivavoce.question.document.source.Part;
import org.vivavoce.question.document.source.Passage;
import org.vivavoce.question.document.source.SetSource;
import org.vivavoce.question.document.source.TextUnit;

/**
 * A question of a Markdown document while it is read.
 */
final class MarkdownQuestion {

	private final SetSource.QuestionSource source;

	/**
	 * How many lists the question stands in; none when it is a heading.
	 */
	private final int lists;

	private final boolean heading;

	private final List<Passage> unlabelled = new ArrayList<>();

	private final Faults faults;

	private @Nullable Part current;

	private @Nullable Passage stray;

	MarkdownQuestion(Passage prompt, int lists, boolean heading, Faults faults) {
		this.source = SetSource.QuestionSource.create(prompt.line());
		this.lists = lists;
		this.heading = heading;
		this.faults = faults;
		KeyPointEdit named = KeyPointText.parse(prompt.text());
		String text = (named.id() != null) ? named.text()
				: prompt.text().replaceFirst("^(?:[Qq](?:uestion)?\\s*)?\\d{1,4}\\s*[.):]\\s+", "");
		this.source.parts().put(Part.PROMPT, new Passage(prompt.line(), text));
		if (named.id() != null) {
			this.source.parts().put(Part.ID, new Passage(prompt.line(), named.id()));
		}
	}

	/**
	 * Whether another question begins with a paragraph.
	 */
	boolean endsBefore(MarkdownBlock.Prose prose) {
		if (this.heading) {
			return false;
		}
		boolean asks = prose.bold() || prose.segments().getFirst().text().endsWith("?");
		if (this.lists > 0) {
			return prose.item() && prose.lists() == this.lists;
		}
		return prose.bold() || (asks && this.source.part(Part.RED_FLAG) != null);
	}

	void label(Part part, Passage passage) {
		stray();
		if (part == Part.KEY_POINTS) {
			if (!passage.blank()) {
				this.source.addKeyPoints(passage);
			}
		}
		else if (this.source.parts().containsKey(part)) {
			this.faults.add(passage.line(), "'" + part.label() + "' of the question in line " + this.source.line()
					+ " is given twice, first in line " + this.source.line(part));
		}
		else if (!passage.blank()) {
			this.source.parts().put(part, passage);
		}
		this.current = part;
	}

	void text(Passage passage, boolean item) {
		if (this.current == Part.KEY_POINTS && item) {
			this.source.keyPoints().add(passage);
		}
		else if (this.current == null) {
			this.unlabelled.add(passage);
		}
		else if (this.current == Part.STRONG_ANSWER || this.source.part(this.current) == null
				|| (this.current == Part.RED_FLAG && item)) {
			append(this.current, passage, item);
		}
		else {
			// a closing remark, unless the question goes on
			this.stray = (this.stray != null) ? this.stray : passage;
		}
	}

	private void append(Part part, Passage passage, boolean item) {
		this.source.parts()
			.merge(part, new Passage(passage.line(), (item ? "- " : "") + passage.text()),
					(before, more) -> before.with(item ? "\n" : "\n\n", more));
	}

	private void stray() {
		if (this.stray != null) {
			this.faults.add(this.stray.line(), "this belongs to no part of the question in line " + this.source.line()
					+ "; a label such as '**Strong answer:**' or the next question was expected");
			this.stray = null;
		}
	}

	/**
	 * The question, complete.
	 * @param last whether nothing but a closing remark can follow
	 */
	SetSource.QuestionSource finish(boolean last) {
		if (!last) {
			stray();
		}
		boolean answered = this.source.part(Part.STRONG_ANSWER) != null;
		boolean flagged = this.source.part(Part.RED_FLAG) != null;
		if (!this.unlabelled.isEmpty() && answered) {
			this.unlabelled.addFirst(this.source.parts().get(Part.PROMPT));
			this.source.parts().put(Part.PROMPT, joined());
		}
		else if (this.unlabelled.size() == 2 && !flagged) {
			this.source.parts().put(Part.STRONG_ANSWER, unsigned(this.unlabelled.getFirst(), Part.STRONG_ANSWER));
			this.source.parts().put(Part.RED_FLAG, unsigned(this.unlabelled.getLast(), Part.RED_FLAG));
		}
		else if (!this.unlabelled.isEmpty()) {
			this.source.parts().put(Part.STRONG_ANSWER, joined());
		}
		return this.source;
	}

	/**
	 * A text without the sign that says what it is.
	 */
	private static Passage unsigned(Passage passage, Part part) {
		return Part.ofSign(passage.text())
			.filter(part::equals)
			.map((sign) -> new Passage(passage.line(), TextUnit.withoutSigns(passage.text())))
			.filter((text) -> !text.blank())
			.orElse(passage);
	}

	private Passage joined() {
		return new Passage(this.unlabelled.getFirst().line(),
				this.unlabelled.stream().map(Passage::text).collect(Collectors.joining("\n\n")));
	}

}
