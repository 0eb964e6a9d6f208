package org.vivavoce.platform.security;

/**
 * What browsers may load for an answer.
 */
public final class ContentSecurityPolicy {

	/**
	 * Lets a page load what comes from its own origin, and nothing inline.
	 */
	public static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
			+ "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	/**
	 * Lets an answer that is no page load nothing.
	 */
	static final String DATA = "default-src 'none'; frame-ancestors 'none'";

	private ContentSecurityPolicy() {
	}

}
