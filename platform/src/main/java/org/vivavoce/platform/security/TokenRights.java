package org.vivavoce.platform.security;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a token allows: the union of the claims in which identity providers write rights,
 * each a text of words or a list. {@code scope} is RFC 8693's and most providers',
 * {@code scp} Okta's and Entra ID's, {@code roles} Entra ID's for applications,
 * {@code permissions} Auth0's. Rights that are granted for what else a token says come on
 * top.
 */
final class TokenRights implements Converter<Jwt, Collection<GrantedAuthority>> {

	private static final List<String> CLAIMS = List.of("scope", "scp", "roles", "permissions");

	private final List<SecurityProperties.Grant> grants;

	TokenRights(List<SecurityProperties.Grant> grants) {
		this.grants = grants;
	}

	@Override
	public Collection<GrantedAuthority> convert(Jwt token) {
		Set<GrantedAuthority> rights = new LinkedHashSet<>();
		Stream<String> granted = this.grants.stream()
			.filter((grant) -> has(token.getClaims().get(grant.claim()), grant.value()))
			.flatMap((grant) -> grant.rights().stream());
		Stream.concat(CLAIMS.stream().flatMap((claim) -> words(token.getClaims().get(claim))), granted)
			.map((right) -> new SimpleGrantedAuthority(Caller.SCOPE_AUTHORITY + right))
			.forEach(rights::add);
		return rights;
	}

	/**
	 * A text is one value, blanks and all: nobody gets the rights of a group by a name
	 * that only contains it.
	 */
	private static boolean has(@Nullable Object claim, String value) {
		return (claim instanceof Collection<?> list) ? list.contains(value) : value.equals(claim);
	}

	private static Stream<String> words(@Nullable Object claim) {
		return switch (claim) {
			case null -> Stream.empty();
			case String text -> Stream.of(text.split(" +")).filter((word) -> !word.isEmpty());
			case Collection<?> list -> list.stream().filter(String.class::isInstance).map(String.class::cast);
			default -> Stream.empty();
		};
	}

}
