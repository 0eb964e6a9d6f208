package org.vivavoce.platform.problem;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Ends a request with problem details.
 */
public final class ProblemException extends RuntimeException {

	private final ProblemType type;

	private final String detail;

	private final List<Fault> errors;

	private final @Nullable Duration retryAfter;

	private final @Nullable Challenge challenge;

	/**
	 * A problem.
	 * @param detail what is wrong and what to do, for the person who reads it
	 */
	public ProblemException(ProblemType type, String detail) {
		this(type, detail, List.of(), null, null);
	}

	private ProblemException(ProblemType type, String detail, List<Fault> errors, @Nullable Duration retryAfter,
			@Nullable Challenge challenge) {
		super(detail, null, false, false);
		this.type = type;
		this.detail = detail;
		this.errors = List.copyOf(errors);
		this.retryAfter = retryAfter;
		this.challenge = challenge;
	}

	public ProblemException withErrors(List<Fault> faults) {
		return new ProblemException(this.type, this.detail, faults, this.retryAfter, this.challenge);
	}

	/**
	 * Say when it makes sense to try again.
	 * @param pause in whole seconds, at least one
	 */
	public ProblemException retryAfter(Duration pause) {
		return new ProblemException(this.type, this.detail, this.errors, pause, this.challenge);
	}

	/**
	 * Say what token would do. Without it a refusal is explained by its detail.
	 */
	public ProblemException challenge(Challenge wanted) {
		return new ProblemException(this.type, this.detail, this.errors, this.retryAfter, wanted);
	}

	public ProblemType type() {
		return this.type;
	}

	public String detail() {
		return this.detail;
	}

	public List<Fault> errors() {
		return this.errors;
	}

	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/**
	 * What the client is told of its token; null where the problem is another one, and no
	 * other token would do.
	 */
	@Nullable Challenge challenge() {
		if (this.challenge != null) {
			return this.challenge;
		}
		return (this.type.status().value() == 401) ? Challenge.missing(this.detail) : null;
	}

}
