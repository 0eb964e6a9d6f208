package org.vivavoce.scoring.sheet;

import java.util.List;

import org.vivavoce.contracts.InterviewOpened;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.QuestionServed;

/**
 * What the interview is about and who conducts it, as the latest event says.
 *
 * @param panel ids of the people who interview
 * @param planned how many questions are planned
 */
public record Details(String role, String technology, Level targetLevel, List<String> panel, int planned,
		Stamp stamp) implements Stamped {

	public Details {
		panel = List.copyOf(panel);
	}

	static Details of(InterviewOpened event, Stamp stamp) {
		return new Details(event.role(), event.technology(), event.targetLevel(), event.panel(), event.planned(),
				stamp);
	}

	static Details of(QuestionServed event, Stamp stamp) {
		return new Details(event.role(), event.technology(), event.targetLevel(), event.panel(), event.planned(),
				stamp);
	}

}
