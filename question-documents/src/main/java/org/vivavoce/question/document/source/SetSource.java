package org.vivavoce.question.document.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A question set as a table or a text states it, before any rule is applied. Levels and
 * questions are in the order of the document.
 *
 * @param parts what is said about the whole set
 */
public record SetSource(Map<Part, Passage> parts, List<LevelSource> levels) {

	public static SetSource create() {
		return new SetSource(new EnumMap<>(Part.class), new ArrayList<>());
	}

	/**
	 * What a document says about one level; a level may come more than once.
	 *
	 * @param name the level as it is written
	 */
	public record LevelSource(Passage name, Map<Part, Passage> parts, List<QuestionSource> questions) {

		public static LevelSource create(Passage name) {
			return new LevelSource(name, new EnumMap<>(Part.class), new ArrayList<>());
		}

	}

	/**
	 * What a document says about one question.
	 *
	 * @param line where it begins, from 1
	 */
	public record QuestionSource(int line, Map<Part, Passage> parts, List<Passage> keyPoints) {

		public static QuestionSource create(int line) {
			return new QuestionSource(line, new EnumMap<>(Part.class), new ArrayList<>());
		}

		/**
		 * Where a part is, or where the question begins when it has none.
		 */
		public int line(Part part) {
			Passage passage = this.parts.get(part);
			return (passage != null) ? passage.line() : this.line;
		}

		/**
		 * How many characters a part has, 0 without it.
		 */
		public int length(Part part) {
			Passage passage = this.parts.get(part);
			return (passage != null) ? passage.text().length() : 0;
		}

		/**
		 * Add the key points in one cell, unless there are far too many already.
		 */
		public void addKeyPoints(Passage cell) {
			if (this.keyPoints.size() <= DocumentLimits.KEY_POINTS) {
				this.keyPoints.addAll(KeyPointText.split(cell));
			}
		}

		@Nullable public Passage part(Part part) {
			return this.parts.get(part);
		}

	}

}
