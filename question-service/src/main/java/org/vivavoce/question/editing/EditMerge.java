package org.vivavoce.question.editing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.vivavoce.question.set.QuestionField;

/**
 * Brings together two edits of one question that began at the same revision. What only
 * one of them has touched is taken from there; where both say something else, mine stays
 * in the form and theirs is shown beside it.
 *
 * @param form what goes on being edited
 * @param taken fields that only the other one has touched
 * @param theirs what the other one says where both have touched a field
 */
record EditMerge(QuestionForm form, List<QuestionField> taken, Map<QuestionField, String> theirs) {

	static EditMerge of(QuestionForm base, QuestionForm mine, QuestionForm theirs) {
		List<QuestionField> taken = new ArrayList<>();
		Map<QuestionField, String> both = new EnumMap<>(QuestionField.class);
		Map<QuestionField, String> merged = new EnumMap<>(QuestionField.class);
		Arrays.stream(QuestionField.values()).forEach((field) -> {
			String typed = mine.value(field);
			String other = theirs.value(field);
			boolean untouched = typed.equals(base.value(field));
			merged.put(field, untouched ? other : typed);
			if (!typed.equals(other)) {
				if (untouched) {
					taken.add(field);
				}
				else if (!other.equals(base.value(field))) {
					both.put(field, other);
				}
			}
		});
		return new EditMerge(new QuestionForm(merged), taken, both);
	}

}
