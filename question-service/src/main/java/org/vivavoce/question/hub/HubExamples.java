package org.vivavoce.question.hub;

/**
 * What the API's description shows.
 */
public final class HubExamples {

	public static final String SET = """
			technology: django
			title: Django
			levels:
			  - level: mid
			    focus: queries
			    questions:
			      - id: django-n-plus-one
			        topic: orm
			        prompt: A list page issues one query per row. What do you do?
			        strongAnswer: Follows foreign keys with select_related and collections with prefetch_related.
			        redFlag: Touches relations lazily inside a loop.
			        keyPoints:
			          - id: select-related
			            text: select_related for foreign keys
			""";

	public static final String CSV = """
			technology,level,topic,question,strong answer,red flag,key points
			django,mid,orm,A list page issues one query per row. What do you do?,Follows foreign keys with select_related.,\
			Touches relations lazily inside a loop.,select_related for foreign keys|prefetch_related for collections
			""";

	public static final String MARKDOWN = """
			# Django interview questions

			## Mid (2–5 years)

			**Focus:** queries

			### A list page issues one query per row. What do you do?

			**Strong answer:** Follows foreign keys with select_related and collections with prefetch_related.

			**Red flag:** Touches relations lazily inside a loop.
			""";

	public static final String TEXT = """
			Django interview questions

			Mid-level Django interview questions
			2–5 years of experience
			Focus: queries

			A list page issues one query per row. What do you do?
			Strong answer: Follows foreign keys with select_related and collections with prefetch_related.
			Red flag: Touches relations lazily inside a loop.
			""";

	private static final String FIELDS = """
			"id": "django-n-plus-one",
			"revision": 1,
			"technology": "django",
			"level": "mid",
			"topic": "orm",
			"minutes": 5,
			"prompt": "A list page issues one query per row. What do you do?",
			"strongAnswer": "Follows foreign keys with select_related and collections with prefetch_related.",
			"redFlag": "Touches relations lazily inside a loop.",
			"keyPoints": [{"id": "select-related", "text": "select_related for foreign keys"}],
			"ratingAnchors": [{"rating": 1, "text": "Does not see why there is more than one query"}],
			"set": "django",
			"change": {
			  "action": "edited", "author": "recruiter", "publishedBy": null, "at": "2026-03-14T09:26:53Z",
			  "reason": "Candidates misread the old wording", "retirement": null
			}""";

	public static final String QUESTION = "{\n" + FIELDS + "\n}";

	public static final String QUESTION_IN_HUB = "{\n" + FIELDS + ",\n  \"retired\": false\n}";

	public static final String DRAFT = """
			{
			  "id": "django-n-plus-one",
			  "set": "django",
			  "technology": "django",
			  "level": "mid",
			  "revision": 1,
			  "currentRevision": 1,
			  "topic": "orm",
			  "minutes": 5,
			  "prompt": "A list page issues one query per row. What do you do?",
			  "strongAnswer": "Follows foreign keys with select_related and collections with prefetch_related.",
			  "redFlag": "",
			  "keyPoints": [{"id": "select-related", "text": "select_related for foreign keys"}],
			  "ratingAnchors": [],
			  "change": {
			    "action": "edited", "author": "recruiter", "publishedBy": null, "at": "2026-03-14T09:26:53Z",
			    "reason": null, "retirement": null
			  },
			  "missing": [{"pointer": "/redFlag", "message": "is empty"}]
			}""";

	public static final String RETIRED = """
			{
			  "id": "django-n-plus-one",
			  "set": "django",
			  "technology": "django",
			  "level": "mid",
			  "revision": 1,
			  "topic": "orm",
			  "prompt": "A list page issues one query per row. What do you do?",
			  "change": {
			    "action": "retired", "author": "recruiter", "publishedBy": null, "at": "2026-03-14T09:26:53Z",
			    "reason": "It was posted on a forum", "retirement": null
			  }
			}""";

	private HubExamples() {
	}

}
