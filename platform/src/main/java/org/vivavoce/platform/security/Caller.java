package org.vivavoce.platform.security;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who calls. A controller's parameter of this type is filled from the token.
 *
 * @param id the person or system, as the token names it
 * @param expiresAt when the token ends; a stream must not outlive it
 */
public record Caller(String id, Set<String> scopes, @Nullable Instant expiresAt) {

	/**
	 * The attribute of an exchange that holds who calls, once that is known.
	 */
	public static final String ATTRIBUTE = Caller.class.getName();

	static final String SCOPE_AUTHORITY = "SCOPE_";

	public Caller {
		scopes = Set.copyOf(scopes);
	}

	static Caller of(JwtAuthenticationToken token) {
		Set<String> scopes = token.getAuthorities()
			.stream()
			.map(GrantedAuthority::getAuthority)
			.filter((authority) -> authority != null && authority.startsWith(SCOPE_AUTHORITY))
			.map((authority) -> authority.substring(SCOPE_AUTHORITY.length()))
			.collect(Collectors.toSet());
		return new Caller(token.getName(), scopes, token.getToken().getExpiresAt());
	}

	public boolean has(String scope) {
		return this.scopes.contains(scope);
	}

	/**
	 * Whether a scope was granted to whoever is authenticated.
	 */
	static boolean has(Authentication authentication, String scope) {
		return authentication.getAuthorities()
			.stream()
			.anyMatch((authority) -> (SCOPE_AUTHORITY + scope).equals(authority.getAuthority()));
	}

}
