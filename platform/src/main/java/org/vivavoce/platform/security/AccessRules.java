package org.vivavoce.platform.security;

import java.util.List;

/**
 * Whom a service answers. Each endpoint is named by a rule; one that is not is refused.
 * The first rule that fits a request decides. Rules hold before a body is read.
 */
public record AccessRules(List<AccessRule> rules) {

	public AccessRules {
		rules = List.copyOf(rules);
	}

	public static AccessRules of(AccessRule... rules) {
		return new AccessRules(List.of(rules));
	}

}
