package org.vivavoce.platform.security;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

import org.vivavoce.contracts.Persons;

/**
 * A token must name a person, because events and audit log do, and it must end.
 */
final class PersonAndExpiry implements OAuth2TokenValidator<Jwt> {

	private final String claim;

	/**
	 * @param claim that names the person
	 */
	PersonAndExpiry(String claim) {
		this.claim = claim;
	}

	@Override
	public OAuth2TokenValidatorResult validate(Jwt token) {
		Object person = token.getClaims().get(this.claim);
		if (person == null) {
			return refused("the claim '" + this.claim + "', which names the person, is missing");
		}
		String fault = (person instanceof String name) ? Persons.fault(name) : "is no text";
		if (fault != null) {
			return refused("the claim '" + this.claim + "' " + Persons.RULE + ", but " + fault);
		}
		return (token.getExpiresAt() != null) ? OAuth2TokenValidatorResult.success()
				: refused("the claim 'exp' is missing");
	}

	private static OAuth2TokenValidatorResult refused(String reason) {
		return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, reason, null));
	}

}
