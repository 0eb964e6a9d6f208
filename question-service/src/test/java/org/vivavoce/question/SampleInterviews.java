package org.vivavoce.question;

import java.util.Map;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;

/**
 * Requests for interviews.
 */
public final class SampleInterviews {

	private SampleInterviews() {
	}

	/**
	 * A mid-level Django interview with two interviewers.
	 * @param more members that are added or take the place of the usual ones
	 */
	public static String body(String candidate, String more) {
		DocumentContext body = JsonPath.parse("""
				{"candidate": {"id": "%s", "name": "Noor Haddad", "externalIds": {"ats": "4711"}},
				 "role": "Backend developer", "technology": "django", "level": "mid",
				 "panel": ["interviewer-1", "interviewer-2"]}
				""".formatted(candidate));
		JsonPath.parse("{" + more + "}")
			.<Map<String, Object>>read("$")
			.forEach((name, value) -> body.put("$", name, value));
		return body.jsonString();
	}

}
