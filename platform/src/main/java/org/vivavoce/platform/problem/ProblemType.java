package org.vivavoce.platform.problem;

import org.springframework.http.HttpStatus;

/**
 * A kind of problem that clients can tell apart.
 *
 * @param name stable, in kebab-case
 */
public record ProblemType(String name, HttpStatus status, String title) {

	/**
	 * The {@code type} member of the problem details.
	 */
	public String uri() {
		return "https://vivavoce.org/problems/" + this.name;
	}

}
