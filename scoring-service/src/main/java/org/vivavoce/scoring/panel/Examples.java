package org.vivavoce.scoring.panel;

/**
 * Bodies as the API's documentation shows them.
 */
final class Examples {

	static final String RATING = """
			{"rating": 3, "redFlag": false, "keyPointsHeard": ["select-related"], "notes": "Named both at once."}""";

	static final String RATED = """
			{"interviewId": "int-2041", "questionId": "django-n-plus-one", "questionRevision": 1,
			"interviewer": "interviewer-1", "rating": 3, "redFlag": false, "keyPointsHeard": ["select-related"],
			"notes": "Named both at once.", "revision": 1, "scoredAt": "2026-05-04T08:07:00.123456Z"}""";

	static final String RECOMMENDATION = """
			{"overall": "yes", "summary": "Solid on the ORM, less so on deployment."}""";

	static final String RECOMMENDED = """
			{"interviewId": "int-2041", "interviewer": "interviewer-1", "overall": "yes",
			"summary": "Solid on the ORM, less so on deployment.", "revision": 1,
			"givenAt": "2026-05-04T08:45:00.123456Z"}""";

	static final String LIST = """
			{"items": [{"interviewId": "int-2041", "candidateId": "cand-7", "role": "Backend developer",
			"technology": "django", "targetLevel": "mid", "state": "in-progress", "planned": 10, "served": 4,
			"scoredByMe": 3, "hasRecommended": false, "openedAt": "2026-05-04T08:00:00.123456Z"}], "next": null}""";

	static final String SHEET = """
			{"interviewId": "int-2041", "candidateId": "cand-7", "role": "Backend developer", "technology": "django",
			"targetLevel": "mid", "panel": ["interviewer-1", "interviewer-2"], "planned": 10, "served": 1,
			"state": "in-progress", "questions": [{"position": 1, "servedAt": "2026-05-04T08:05:00.123456Z",
			"servedBy": "interviewer-1",
			"question": {"id": "django-n-plus-one", "revision": 1, "technology": "django", "level": "mid",
			"topic": "orm", "prompt": "A list page issues one query per row. What do you do?",
			"strongAnswer": "select_related for foreign keys, prefetch_related for collections.",
			"redFlag": "Touches relations lazily inside a loop.",
			"keyPoints": [{"id": "select-related", "text": "select_related for foreign keys"}], "ratingAnchors": []},
			"mine": null, "scoredBy": ["interviewer-2"], "ratings": []}],
			"recommendation": null, "recommendedBy": [], "recommendations": [], "othersVisible": false}""";

	private Examples() {
	}

}
