package org.vivavoce.question.document.markdown;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.document.draft.KeyPointEdit;
import org.vivavoce.question.document.source.Faults;
import org.vivavoce.question.document.source.KeyPointText;
import org.vivavoce.question.document.source.LevelName;
import org.vivavoce.question.document.source.Part;
import org.vivavoce.question.document.source.Passage;
import org.vivavoce.question.document.source.SetSource;

/**
 * The title and the levels of a Markdown document.
 */
final class MarkdownLevels {

	private final SetSource set;

	private final Faults faults;

	/**
	 * What headings imply, which a label may say otherwise.
	 */
	private final Set<Passage> implied = new HashSet<>();

	private int depth;

	private @Nullable Passage technology;

	MarkdownLevels(SetSource set, Faults faults) {
		this.set = set;
		this.faults = faults;
	}

	boolean begins(MarkdownBlock.Title title) {
		return LevelName.find(title.text()).isPresent() && !title.text().endsWith("?")
				&& KeyPointText.parse(title.text()).id() == null && (this.depth == 0 || title.depth() <= this.depth);
	}

	boolean outside(MarkdownBlock.Title title) {
		return title.depth() <= this.depth || this.depth == 0;
	}

	boolean implied(Passage passage) {
		return this.implied.contains(passage);
	}

	SetSource.LevelSource begin(MarkdownBlock.Title title) {
		this.depth = (this.depth == 0) ? title.depth() : this.depth;
		SetSource.LevelSource level = named(new Passage(title.line(), title.text()));
		LevelName.years(title.text()).ifPresent((years) -> imply(level, Part.EXPERIENCE, title, years));
		String rest = LevelName.technology(title.text());
		boolean focus = title.text().matches(".*[:–—-]\\s.*") && !title.text().matches("(?i).*\\bquestions?\\b.*");
		if (!rest.isEmpty() && focus) {
			imply(level, Part.FOCUS, title, rest);
		}
		else if (!rest.isEmpty() && this.technology == null) {
			this.technology = new Passage(title.line(), rest);
		}
		return level;
	}

	private void imply(SetSource.LevelSource level, Part part, MarkdownBlock.Title title, String text) {
		Passage passage = new Passage(title.line(), text);
		level.parts().put(part, passage);
		this.implied.add(passage);
	}

	SetSource.LevelSource named(Passage name) {
		SetSource.LevelSource level = SetSource.LevelSource.create(name);
		this.set.levels().add(level);
		return level;
	}

	/**
	 * Take the first heading for the title.
	 */
	void title(MarkdownBlock.Title title) {
		if (this.depth > 0 || this.set.parts().containsKey(Part.TITLE)) {
			return;
		}
		KeyPointEdit named = KeyPointText.parse(title.text());
		this.set.parts().put(Part.TITLE, new Passage(title.line(), named.text()));
		if (named.id() != null) {
			this.set.parts().put(Part.SET, new Passage(title.line(), named.id()));
		}
		String name = LevelName.technology(named.text());
		this.technology = name.isEmpty() ? null : new Passage(title.line(), name);
	}

	/**
	 * Let the headings name the technology when nothing else does.
	 */
	void nameTechnology() {
		if (this.technology != null) {
			this.set.parts().putIfAbsent(Part.TECHNOLOGY, this.technology);
		}
	}

	/**
	 * What stands between the heading of a level and its first question.
	 */
	void introduce(SetSource.LevelSource level, Passage passage) {
		if (!level.questions().isEmpty()) {
			return;
		}
		Optional<String> years = LevelName.years(passage.text()).filter((found) -> passage.text().length() <= 80);
		Passage focus = level.parts().get(Part.FOCUS);
		if (years.isPresent()) {
			level.parts().put(Part.EXPERIENCE, new Passage(passage.line(), years.get()));
		}
		else if (focus == null || this.implied.contains(focus)) {
			level.parts()
				.put(Part.FOCUS, new Passage(passage.line(), passage.text().replaceFirst("(?i)^focus\\s*:\\s*", "")));
		}
		else {
			this.faults.add(passage.line(),
					"a question was expected, which is a heading, bold, or ends with a question mark");
		}
	}

}
