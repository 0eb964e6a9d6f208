package org.vivavoce.platform.security;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a token allows: the union of the claims in which identity providers write rights,
 * each a text of words or a list. {@code scope} is RFC 8693's and most providers',
 * {@code scp} Okta's and Entra ID's, {@code roles} Entra ID's for applications,
 * {@code permissions} Auth0's.
 */
final class TokenRights implements Converter<Jwt, Collection<GrantedAuthority>> {

	static final String AUTHORITY_PREFIX = "SCOPE_";

	private static final List<String> CLAIMS = List.of("scope", "scp", "roles", "permissions");

	@Override
	public Collection<GrantedAuthority> convert(Jwt token) {
		Set<GrantedAuthority> rights = new LinkedHashSet<>();
		CLAIMS.stream()
			.flatMap((claim) -> words(token.getClaims().get(claim)))
			.map((right) -> new SimpleGrantedAuthority(AUTHORITY_PREFIX + right))
			.forEach(rights::add);
		return rights;
	}

	private static Stream<String> words(@org.jspecify.annotations.Nullable Object claim) {
		return switch (claim) {
			case null -> Stream.empty();
			case String text -> Stream.of(text.split(" +")).filter((word) -> !word.isEmpty());
			case Collection<?> list -> list.stream().filter(String.class::isInstance).map(String.class::cast);
			default -> Stream.empty();
		};
	}

}
