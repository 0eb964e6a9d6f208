package org.vivavoce.question.editing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.vivavoce.contracts.RatingAnchor;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.draft.KeyPointEdit;
import org.vivavoce.question.set.FieldFault;
import org.vivavoce.question.set.QuestionEdit;
import org.vivavoce.question.set.QuestionField;

/**
 * What somebody has typed into the form of a question.
 *
 * @param values all fields, trimmed
 */
record QuestionForm(Map<QuestionField, String> values) {

	static QuestionForm of(QuestionEdit edit) {
		return read((field) -> field.of(edit));
	}

	static QuestionForm read(Function<QuestionField, String> typed) {
		Map<QuestionField, String> values = new EnumMap<>(QuestionField.class);
		Arrays.stream(QuestionField.values())
			.forEach((field) -> values.put(field, FieldRules.tidy(typed.apply(field))));
		return new QuestionForm(values);
	}

	String value(QuestionField field) {
		return this.values.getOrDefault(field, "");
	}

	/**
	 * The edit that was meant. What is no number counts as 0 minutes, which is a fault.
	 */
	QuestionEdit edit() {
		String minutes = value(QuestionField.MINUTES);
		List<KeyPointEdit> points = value(QuestionField.KEY_POINTS).lines()
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.map((line) -> new KeyPointEdit(null, line))
			.toList();
		List<RatingAnchor> anchors = new ArrayList<>();
		this.values.forEach((field, text) -> {
			if (field.rating() > 0 && !text.isEmpty()) {
				anchors.add(new RatingAnchor(field.rating(), text));
			}
		});
		return new QuestionEdit(value(QuestionField.TOPIC),
				minutes.matches("[0-9]{1,3}") ? Integer.parseInt(minutes) : 0, value(QuestionField.PROMPT),
				value(QuestionField.STRONG_ANSWER), value(QuestionField.RED_FLAG), points, anchors);
	}

	/**
	 * What is wrong, by field, as whole sentences.
	 */
	Map<QuestionField, List<String>> faults() {
		return sentences(edit().faults());
	}

	/**
	 * The same while texts may be missing.
	 */
	Map<QuestionField, List<String>> draftFaults() {
		return sentences(edit().draftFaults());
	}

	private Map<QuestionField, List<String>> sentences(List<FieldFault> found) {
		QuestionEdit edit = edit();
		Map<QuestionField, List<String>> faults = new EnumMap<>(QuestionField.class);
		found.forEach((fault) -> {
			QuestionField field = QuestionField.of(fault, edit);
			faults.computeIfAbsent(field, (each) -> new ArrayList<>()).add(sentence(field, fault));
		});
		return faults;
	}

	private static String sentence(QuestionField field, FieldFault fault) {
		String[] path = fault.pointer().split("/");
		if (field != QuestionField.KEY_POINTS) {
			return field.label() + " " + fault.message();
		}
		return (path.length > 2) ? "Key point " + (Integer.parseInt(path[2]) + 1) + " " + fault.message()
				: fault.message().startsWith("has 0 ") ? "There is no key point; write at least one"
						: "The list of key points " + fault.message();
	}

}
