package org.vivavoce.question.kit.page;

import java.util.Locale;

/**
 * Something that is wrong with the form of a kit.
 *
 * @param field id of the field
 */
record KitFault(String field, String message) {

	/**
	 * What validation found.
	 * @param path of the property, for example {@code counts.mid}
	 */
	static KitFault invalid(String path) {
		String field = field(path.split("[.\\[]", 2)[0]);
		return new KitFault(field, switch (field) {
			case "name" -> "Give the kit a name of up to 200 characters, for example Backend, mid level.";
			case "technology" -> "Choose a technology.";
			case "minutes" -> "An interview takes 1 to 480 minutes; leave it empty for no limit.";
			case "topics" -> "A kit has up to 20 must-have topics.";
			case "find" -> "A kit has up to 100 key questions.";
			default -> "An interview has 0 to 100 questions of each level.";
		});
	}

	/**
	 * Why no plan is possible.
	 * @param pointer JSON pointer into the kit
	 */
	static KitFault refused(String pointer, String message) {
		String[] steps = pointer.split("/");
		String field = field(steps[1]);
		return new KitFault((field.equals("counts") && steps.length > 2) ? "count-" + steps[2] : field,
				message.substring(0, 1).toUpperCase(Locale.ENGLISH) + message.substring(1) + ".");
	}

	private static String field(String property) {
		return switch (property) {
			case "mustHaveTopics" -> "topics";
			case "keyQuestions" -> "find";
			default -> property;
		};
	}

}
