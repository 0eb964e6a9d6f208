package org.vivavoce.question.interview.planner;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.vivavoce.contracts.Persons;
import org.vivavoce.question.plan.Planning;

/**
 * Something that is wrong with the form that plans an interview.
 *
 * @param field id of the field; {@code plan} for the questions
 */
record FormFault(String field, String message) {

	private static final String ID = "letters, digits and . _ ~ @ : - without spaces";

	private static final Pattern PANELIST = Pattern.compile("panel\\[([0-9]+)].*");

	/**
	 * What validation found.
	 * @param path of the property, for example {@code candidate.id}
	 */
	static FormFault invalid(String path, InterviewForm form) {
		String field = field(path);
		return new FormFault(field, switch (field) {
			case "candidateId" -> "Give the candidate an id of " + ID + ", for example cand-7.";
			case "candidateName" -> "A name has up to 200 characters.";
			case "role" -> form.role().isEmpty() ? "Say which role it is, for example Backend developer."
					: "A role has up to 200 characters.";
			case "technology" -> "Choose a technology.";
			case "panel" -> panel(path, form.panelists());
			default -> "An interview has 1 to " + Planning.MOST_QUESTIONS + " questions.";
		});
	}

	private static String panel(String path, List<String> panelists) {
		Matcher member = PANELIST.matcher(path);
		if (member.matches()) {
			return "\u201c" + panelists.get(Integer.parseInt(member.group(1))) + "\u201d is nobody: an id "
					+ Persons.RULE + ".";
		}
		return panelists.isEmpty() ? "Name at least one person." : "A panel has up to 20 people.";
	}

	/**
	 * Why the interview was not planned.
	 * @param pointer JSON pointer into the request for an interview
	 */
	static FormFault refused(String pointer, String message) {
		String field = field(pointer.replaceFirst("^/", "").replace('/', '.'));
		String sentence = field.equals("panel") ? "The panel " + message
				: message.substring(0, 1).toUpperCase(Locale.ENGLISH) + message.substring(1);
		return new FormFault(field, sentence + ".");
	}

	private static String field(String path) {
		if (path.startsWith("candidate.name")) {
			return "candidateName";
		}
		String first = path.split("[.\\[]", 2)[0];
		return switch (first) {
			case "candidate" -> "candidateId";
			case "role", "technology", "level", "panel", "kit" -> first;
			default -> "plan";
		};
	}

}
