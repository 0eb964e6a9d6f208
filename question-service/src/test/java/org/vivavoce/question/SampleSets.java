package org.vivavoce.question;

/**
 * Question sets for tests.
 */
public final class SampleSets {

	private SampleSets() {
	}

	/**
	 * A set with one level.
	 * @param questions ids, each optionally followed by {@code =} and a prompt
	 */
	public static String set(String technology, String level, String... questions) {
		StringBuilder set = new StringBuilder("technology: " + technology + "\nlevels:\n  - level: " + level
				+ "\n    focus: everything\n    questions:\n");
		for (String question : questions) {
			String[] parts = question.split("=", 2);
			set.append("""
					      - id: %s
					        topic: topic-%s
					        prompt: "%s"
					        strongAnswer: A strong answer
					        redFlag: A red flag
					        keyPoints:
					          - id: point
					            text: A point
					""".formatted(parts[0], parts[0], (parts.length > 1) ? parts[1] : "What is " + parts[0] + "?"));
		}
		return set.toString();
	}

}
