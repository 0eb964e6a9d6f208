package org.vivavoce.question.kit;

/**
 * What the API's description shows.
 */
final class KitExamples {

	static final String KIT = """
			{
			  "name": "Backend, mid level",
			  "technology": "django",
			  "level": "mid",
			  "counts": {"junior": 2, "mid": 5, "senior": 1},
			  "mustHaveTopics": ["ORM"],
			  "keyQuestions": ["django-n-plus-one"],
			  "minutes": 45
			}""";

	private KitExamples() {
	}

}
