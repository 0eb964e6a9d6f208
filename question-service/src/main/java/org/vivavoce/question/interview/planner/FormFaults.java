package org.vivavoce.question.interview.planner;

import java.util.Comparator;
import java.util.List;

/**
 * What is wrong with a form, as its template asks for it.
 */
record FormFaults(List<FormFault> all) {

	private static final List<String> ORDER = List.of("candidateId", "candidateName", "role", "panel", "kit",
			"technology", "level", "plan");

	FormFaults {
		all = all.stream().sorted(Comparator.comparing((fault) -> ORDER.indexOf(fault.field()))).toList();
	}

	/**
	 * What is wrong with a field.
	 */
	public List<String> at(String field) {
		return this.all.stream().filter((fault) -> fault.field().equals(field)).map(FormFault::message).toList();
	}

	/**
	 * What describes a field: its faults, if there are any, and its hint.
	 */
	public String describes(String field) {
		return at(field).isEmpty() ? field + "-hint" : field + "-fault " + field + "-hint";
	}

}
