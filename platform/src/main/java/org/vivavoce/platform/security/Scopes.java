package org.vivavoce.platform.security;

/**
 * The scopes that tokens carry in their {@code scope} claim.
 */
public final class Scopes {

	public static final String QUESTIONS_READ = "questions:read";

	public static final String QUESTIONS_WRITE = "questions:write";

	public static final String INTERVIEWS_READ = "interviews:read";

	public static final String INTERVIEWS_WRITE = "interviews:write";

	public static final String REPORTS_READ = "reports:read";

	public static final String METRICS_READ = "metrics:read";

	public static final String ADMIN = "admin";

	private Scopes() {
	}

}
