package org.vivavoce.system.browser;

import java.util.List;

/**
 * A page in one of its states.
 *
 * @param name what is special about it
 * @param role who looks at it, empty for somebody who is not signed in
 * @param path its address
 * @param status that it is answered with
 */
record Place(String name, String role, String path, int status) {

	/**
	 * Pages that say what went wrong.
	 */
	static final List<Place> PROBLEMS = List.of(refused("not signed in", "", "/interviews", 401),
			refused("no such interview", "recruiter", "/interviews/iv-nothing", 404),
			refused("no such scorecard", "dashboard", "/scorecards/nobody-at-all", 404),
			refused("no such page", "recruiter", "/nowhere", 404));

	private static Place refused(String name, String role, String path, int status) {
		return new Place(name, role, path, status);
	}

	/**
	 * Whoever looks at it, in front of it.
	 */
	Person visit(People people) {
		Person person = this.role.isEmpty() ? people.stranger() : people.as(this.role);
		person.open(this.path, this.status);
		return person;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
