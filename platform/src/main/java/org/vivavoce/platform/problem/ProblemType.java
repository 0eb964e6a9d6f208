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

	/**
	 * Whether a request has failed by a problem of this type.
	 */
	public boolean isTypeOf(Throwable thrown) {
		return thrown instanceof ProblemException problem && problem.type().equals(this);
	}

}
