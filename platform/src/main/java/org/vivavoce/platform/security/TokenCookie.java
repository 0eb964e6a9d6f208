package org.vivavoce.platform.security;

/**
 * The cookie with the token of a browser that is signed in.
 */
public final class TokenCookie {

	public static final String NAME = "vivavoce-token";

	private TokenCookie() {
	}

}
