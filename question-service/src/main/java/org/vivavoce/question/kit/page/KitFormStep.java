package org.vivavoce.question.kit.page;

import java.util.ArrayList;
import java.util.List;

/**
 * The form of a kit after somebody has pressed one of its buttons, or changed a field.
 *
 * @param said what has happened, for people who do not see it
 */
record KitFormStep(KitForm form, String said) {

	/**
	 * @param command the name of the button, for example {@code add:django-orm}
	 * @param freshSeed a seed for whoever wants to draw again
	 */
	static KitFormStep take(KitForm form, String command, long freshSeed) {
		String[] parts = command.split(":", 2);
		String id = (parts.length > 1) ? parts[1] : "";
		List<String> keys = new ArrayList<>(form.keyQuestions());
		return switch (parts[0]) {
			case "add" -> {
				if (!keys.contains(id)) {
					keys.add(id);
				}
				yield new KitFormStep(form.withKeyQuestions(keys), "Added; " + count(keys) + " now.");
			}
			case "remove" -> {
				keys.remove(id);
				yield new KitFormStep(form.withKeyQuestions(keys), "Removed; " + count(keys) + " now.");
			}
			case "draw" -> new KitFormStep(form.withSeed(freshSeed), "Drawn again.");
			default -> new KitFormStep(form, "");
		};
	}

	private static String count(List<String> keys) {
		return (keys.size() == 1) ? "1 key question" : keys.size() + " key questions";
	}

}
