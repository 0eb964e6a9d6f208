package org.vivavoce.question.history;

import java.util.ArrayList;
import java.util.List;

import org.vivavoce.contracts.JsonNames;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionField;

/**
 * What one revision of a question says differently from another one.
 *
 * @param fields that differ, in the order of the form
 */
record RevisionComparison(Question from, Question to, List<Field> fields) {

	/**
	 * A field that differs.
	 */
	record Field(String key, String label, String before, String after, List<WordDiff.Piece> pieces) {

		static Field of(String key, String label, String before, String after) {
			return new Field(key, label, before, after, WordDiff.of(before, after));
		}

	}

	static RevisionComparison of(Question from, Question to) {
		List<Field> fields = new ArrayList<>();
		for (QuestionField field : QuestionField.values()) {
			if (!field.of(from).equals(field.of(to))) {
				fields.add(Field.of(field.key(), field.label(), field.of(from), field.of(to)));
			}
		}
		if (from.level() != to.level()) {
			fields.add(Field.of("level", "Level", JsonNames.of(from.level()), JsonNames.of(to.level())));
		}
		return new RevisionComparison(from, to, fields);
	}

}
