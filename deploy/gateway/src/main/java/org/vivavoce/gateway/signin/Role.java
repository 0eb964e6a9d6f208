package org.vivavoce.gateway.signin;

import java.util.List;

import org.vivavoce.platform.security.Scopes;

/**
 * Somebody that a token is issued for.
 *
 * @param name the file's name and {@code sub}
 */
record Role(String name, List<String> scopes) {

	private static final List<String> INTERVIEWER = List.of(Scopes.QUESTIONS_READ, Scopes.INTERVIEWS_READ,
			Scopes.REPORTS_READ);

	static final List<Role> ALL = List.of(
			new Role("admin",
					List.of(Scopes.ADMIN, Scopes.QUESTIONS_READ, Scopes.QUESTIONS_WRITE, Scopes.INTERVIEWS_READ,
							Scopes.INTERVIEWS_WRITE, Scopes.REPORTS_READ)),
			new Role("recruiter",
					List.of(Scopes.QUESTIONS_READ, Scopes.QUESTIONS_WRITE, Scopes.INTERVIEWS_READ,
							Scopes.INTERVIEWS_WRITE, Scopes.REPORTS_READ)),
			new Role("interviewer-1", INTERVIEWER), new Role("interviewer-2", INTERVIEWER),
			new Role("dashboard", List.of(Scopes.REPORTS_READ, Scopes.METRICS_READ)));

}
