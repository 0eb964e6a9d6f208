package org.vivavoce.question.interview;

/**
 * What the API's description shows.
 */
final class InterviewExamples {

	static final String USUAL = """
			{
			  "candidate": {"id": "cand-7", "name": "Noor Haddad", "externalIds": {"ats": "4711"}},
			  "role": "Backend developer",
			  "technology": "django",
			  "level": "mid",
			  "panel": ["interviewer-1", "interviewer-2"]
			}""";

	static final String COUNTS = """
			{
			  "candidate": {"id": "cand-7"},
			  "role": "Backend developer",
			  "technology": "django",
			  "level": "mid",
			  "panel": ["interviewer-1"],
			  "plan": {"counts": {"junior": 1, "mid": 3, "senior": 1}},
			  "seed": 42
			}""";

	static final String KIT = """
			{
			  "candidate": {"id": "cand-7"},
			  "role": "Backend developer",
			  "technology": "django",
			  "level": "mid",
			  "panel": ["interviewer-1"],
			  "plan": {"kit": "backend-mid"}
			}""";

	private InterviewExamples() {
	}

}
