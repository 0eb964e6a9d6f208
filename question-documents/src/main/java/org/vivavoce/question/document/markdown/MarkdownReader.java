package org.vivavoce.question.document.markdown;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.Faults;
import org.vivavoce.question.document.source.Interruption;
import org.vivavoce.question.document.source.ParseResult;
import org.vivavoce.question.document.source.Part;
import org.vivavoce.question.document.source.PartsTable;
import org.vivavoce.question.document.source.Passage;
import org.vivavoce.question.document.source.SetAssembly;
import org.vivavoce.question.document.source.SetSource;
import org.vivavoce.question.document.source.SourceText;

/**
 * Reads a question set from Markdown, in the forms that people use for such documents,
 * and finds all its faults with their lines.
 */
public final class MarkdownReader {

	private static final Set<Part> OF_SET = EnumSet.of(Part.SET, Part.TECHNOLOGY, Part.TITLE);

	private static final Set<Part> OF_LEVEL = EnumSet.of(Part.EXPERIENCE, Part.FOCUS);

	private static final Pattern NUMBERED = Pattern.compile("(?i)(?:question|q)\\s*#?\\d{1,4}[.:)]?");

	private final List<MarkdownBlock> blocks;

	private final Faults faults;

	private final SetSource set = SetSource.create();

	private final MarkdownLevels levels;

	private SetSource.@Nullable LevelSource level;

	private @Nullable MarkdownQuestion question;

	private @Nullable Passage topic;

	/** Whether a heading has said that the next paragraph is a question. */
	private boolean numbered;

	private MarkdownReader(List<MarkdownBlock> blocks, Faults faults) {
		this.blocks = blocks;
		this.faults = faults;
		this.levels = new MarkdownLevels(this.set, faults);
	}

	/**
	 * Read a document.
	 * @param document in UTF-8, or in UTF-16 with a byte order mark
	 */
	public static ParseResult read(byte[] document, DocumentOverrides documentOverrides) {
		Faults faults = new Faults();
		String text = SourceText.decode(document, faults);
		if (text == null) {
			return faults.refused();
		}
		FrontMatter front = FrontMatter.of(text, OF_SET);
		MarkdownLimits.check(front.body(), faults);
		if (faults.any()) {
			return faults.refused();
		}
		List<MarkdownBlock> blocks = new ArrayList<>(front.blocks());
		blocks.addAll(MarkdownBlocks.of(front.body()));
		MarkdownReader reader = new MarkdownReader(blocks, faults);
		reader.read();
		if (reader.set.levels().isEmpty()) {
			faults.add(1, "no level was found; a heading such as \"## Junior\" begins each level");
			return faults.refused();
		}
		if (documentOverrides.technology() == null) {
			reader.levels.nameTechnology();
		}
		return SetAssembly.assemble(reader.set, documentOverrides, faults);
	}

	private void read() {
		for (int at = 0; at < this.blocks.size(); at++) {
			Interruption.check();
			switch (this.blocks.get(at)) {
				case MarkdownBlock.Title title -> title(title, at);
				case MarkdownBlock.Prose prose -> prose(prose);
				case MarkdownBlock.Table table -> table(table);
				case MarkdownBlock.Rule rule -> finish(false);
			}
		}
		finish(true);
	}

	private void title(MarkdownBlock.Title title, int at) {
		Optional<Part> part = Part.of(title.text());
		MarkdownQuestion open = this.question;
		if (open != null && part.isPresent() && !OF_SET.contains(part.get()) && !OF_LEVEL.contains(part.get())) {
			open.label(part.get(), new Passage(title.line(), ""));
			return;
		}
		boolean begins = this.levels.begins(title);
		boolean outside = begins || this.levels.outside(title);
		finish(outside);
		if (begins) {
			this.level = this.levels.begin(title);
			this.topic = null;
		}
		else if (outside) {
			this.levels.title(title);
			this.level = null;
		}
		else if (NUMBERED.matcher(title.text()).matches()) {
			this.numbered = true;
		}
		else if (above(title, at)) {
			this.topic = new Passage(title.line(), title.text());
		}
		else {
			this.question = new MarkdownQuestion(new Passage(title.line(), title.text()), 0, true, this.faults);
		}
	}

	/**
	 * Whether the next heading is below this one, which then names a topic.
	 */
	private boolean above(MarkdownBlock.Title title, int at) {
		return at + 1 < this.blocks.size() && this.blocks.get(at + 1) instanceof MarkdownBlock.Title next
				&& next.depth() > title.depth() && Part.of(next.text()).isEmpty();
	}

	private void prose(MarkdownBlock.Prose prose) {
		for (MarkdownBlock.Segment segment : prose.segments()) {
			Part label = segment.label();
			if (label == null) {
				text(prose, segment);
			}
			else if (OF_SET.contains(label) || OF_LEVEL.contains(label)) {
				about(label, segment.passage());
			}
			else if (label == Part.LEVEL) {
				finish(true);
				this.level = this.levels.named(segment.passage());
			}
			else if (label == Part.PROMPT && this.level != null) {
				begin(segment.passage(), prose.lists());
			}
			else if (this.question != null) {
				this.question.label(label, segment.passage());
			}
			else {
				this.faults.add(segment.line(), "a question was expected before its " + label.label());
			}
		}
	}

	private void about(Part label, Passage passage) {
		boolean wide = OF_SET.contains(label);
		if (!wide && this.level == null) {
			this.faults.add(passage.line(), "a level was expected before its " + label.label());
			return;
		}
		Passage first = (wide ? this.set.parts() : Objects.requireNonNull(this.level).parts()).put(label, passage);
		if (first != null && label != Part.TITLE && !first.equals(passage) && first.line() != passage.line()
				&& !this.levels.implied(first)) {
			this.faults.add(passage.line(), "'" + label.label() + "' is given twice, first in line " + first.line());
		}
	}

	private void begin(Passage prompt, int lists) {
		finish(false);
		this.question = new MarkdownQuestion(prompt, lists, false, this.faults);
	}

	private void text(MarkdownBlock.Prose prose, MarkdownBlock.Segment segment) {
		SetSource.LevelSource at = this.level;
		MarkdownQuestion open = this.question;
		if (at == null || segment.text().isEmpty()) {
			return;
		}
		if (this.numbered) {
			this.numbered = false;
			this.question = new MarkdownQuestion(segment.passage(), 0, true, this.faults);
		}
		else if (open != null && !open.endsBefore(prose)) {
			open.text(segment.passage(), prose.item());
		}
		else if (open != null || prose.bold() || segment.text().endsWith("?")) {
			begin(segment.passage(), prose.lists());
		}
		else {
			this.levels.introduce(at, segment.passage());
		}
	}

	private void table(MarkdownBlock.Table table) {
		boolean questions = table.rows().getFirst().stream().anyMatch((name) -> Part.of(name.text()).isPresent());
		if (questions) {
			finish(false);
			PartsTable.read(table.rows(), this.set, this.level, this.faults);
		}
		else if (this.question != null) {
			table.rows()
				.forEach((row) -> this.question.text(new Passage(row.getFirst().line(),
						String.join(" | ", row.stream().map(Passage::text).toList())), true));
		}
	}

	private void finish(boolean last) {
		MarkdownQuestion open = this.question;
		SetSource.LevelSource at = this.level;
		if (open != null && at != null) {
			SetSource.QuestionSource source = open.finish(last);
			if (this.topic != null) {
				source.parts().putIfAbsent(Part.TOPIC, this.topic);
			}
			at.questions().add(source);
		}
		this.question = null;
	}

}
