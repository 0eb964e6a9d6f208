package org.vivavoce.question.document.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.RatingAnchor;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.draft.KeyPointEdit;
import org.vivavoce.question.document.draft.KeyPointIds;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionIds;

/**
 * Makes drafts of the questions of a table or a text.
 */
final class QuestionAssembly {

	private static final Pattern MINUTES = Pattern.compile("([0-9]{1,3})(?:[.,]0+)?\\s*(?:min\\.?|mins|minutes?)?",
			Pattern.CASE_INSENSITIVE);

	private final String set;

	private final Set<String> used;

	private final Map<String, Integer> lines;

	private final Faults faults;

	/**
	 * For one document.
	 * @param used the ids that the document gives
	 * @param lines where ids were given so far
	 */
	QuestionAssembly(String set, Set<String> used, Map<String, Integer> lines, Faults faults) {
		this.set = set;
		this.used = used;
		this.lines = lines;
		this.faults = faults;
	}

	QuestionDraft question(SetSource.QuestionSource source) {
		String prompt = text(source, Part.PROMPT);
		String strongAnswer = text(source, Part.STRONG_ANSWER);
		Passage topic = source.part(Part.TOPIC);
		return new QuestionDraft(source.line(), id(source, prompt),
				(topic != null) ? text(Part.TOPIC, topic, FieldRules.TOPIC, source.line(), this.faults)
						: FieldRules.GENERAL_TOPIC,
				minutes(source), prompt, strongAnswer, text(source, Part.RED_FLAG), keyPoints(source, strongAnswer),
				ratings(source));
	}

	private String id(SetSource.QuestionSource source, String prompt) {
		Passage own = source.part(Part.ID);
		if (own == null) {
			return QuestionIds.create(this.set, prompt, this.used);
		}
		String id = own.text().strip();
		String fault = FieldRules.id("id", id);
		Integer first = (fault == null) ? this.lines.putIfAbsent(id, own.line()) : null;
		if (fault != null) {
			this.faults.add(own.line(), fault);
		}
		if (first != null) {
			this.faults.add(own.line(),
					"the question id " + FieldRules.quote(id) + " is already used in line " + first);
		}
		return id;
	}

	private int minutes(SetSource.QuestionSource source) {
		Passage passage = source.part(Part.MINUTES);
		if (passage == null) {
			return FieldRules.DEFAULT_MINUTES;
		}
		Matcher number = MINUTES.matcher(passage.text().strip());
		int minutes = number.matches() ? Integer.parseInt(number.group(1)) : 0;
		String fault = FieldRules.minutes(minutes);
		if (fault != null) {
			this.faults.add(passage.line(), "'minutes' " + fault);
		}
		return minutes;
	}

	private List<KeyPoint> keyPoints(SetSource.QuestionSource source, String strongAnswer) {
		if (source.keyPoints().isEmpty()) {
			return KeyPointIds.assign(
					KeyPointText.derive(strongAnswer).stream().map((text) -> new KeyPointEdit(null, text)).toList());
		}
		String size = FieldRules.size(source.keyPoints().size(), FieldRules.KEY_POINTS);
		if (size != null) {
			this.faults.add(source.keyPoints().getFirst().line(), "'key points' " + size);
			return List.of();
		}
		Map<String, Integer> given = new HashMap<>();
		List<KeyPointEdit> edits = new ArrayList<>();
		for (Passage passage : source.keyPoints()) {
			KeyPointEdit edit = KeyPointText.parse(passage.text());
			check(passage.line(), edit, given);
			edits.add(new KeyPointEdit(edit.id(), FieldRules.tidy(KeyPointText.unescape(edit.text()))));
		}
		return KeyPointIds.assign(edits);
	}

	private void check(int line, KeyPointEdit point, Map<String, Integer> given) {
		fault(line, FieldRules.text("key point", KeyPointText.unescape(point.text()), FieldRules.SHORT_TEXT));
		if (point.id() != null) {
			fault(line, FieldRules.id("key point id", point.id()));
			Integer first = given.putIfAbsent(Objects.requireNonNull(point.id()), line);
			fault(line, (first != null)
					? "the key point id " + FieldRules.quote(point.id()) + " is already used in line " + first : null);
		}
	}

	private List<RatingAnchor> ratings(SetSource.QuestionSource source) {
		List<RatingAnchor> anchors = new ArrayList<>();
		for (int rating = 1; rating <= FieldRules.RATINGS; rating++) {
			Part part = Part.RATINGS.get(rating - 1);
			Passage passage = source.part(part);
			if (passage != null) {
				anchors.add(new RatingAnchor(rating,
						text(part, passage, FieldRules.SHORT_TEXT, source.line(), this.faults)));
			}
		}
		return anchors;
	}

	private void fault(int line, @Nullable String fault) {
		if (fault != null) {
			this.faults.add(line, fault);
		}
	}

	private String text(SetSource.QuestionSource source, Part part) {
		return text(part, source.part(part), FieldRules.LONG_TEXT, source.line(), this.faults);
	}

	/**
	 * A text within its rules, else an empty one and a fault.
	 * @param line of what it should be part of, when it is missing
	 */
	static String text(Part part, @Nullable Passage passage, int most, int line, Faults faults) {
		if (passage == null) {
			faults.add(line, "'" + part.label() + "' is missing");
			return "";
		}
		String text = FieldRules.tidy(passage.text());
		String fault = FieldRules.text(part.label(), text, most);
		if (fault != null) {
			faults.add(passage.line(), fault);
		}
		return (fault == null) ? text : "";
	}

}
