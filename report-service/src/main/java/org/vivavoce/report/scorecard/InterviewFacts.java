package org.vivavoce.report.scorecard;

import java.util.List;

import org.vivavoce.contracts.Level;

/**
 * What an interview is about, as the latest of its opened and served events says.
 *
 * @param panel ids of the people who interview
 * @param planned how many questions are planned
 */
record InterviewFacts(String role, String technology, Level targetLevel, List<String> panel, int planned) {

	InterviewFacts {
		panel = List.copyOf(panel);
	}

}
