package org.vivavoce.platform.security;

import java.util.List;

/**
 * Who may call what of a service. The first rule that fits a request decides, before its
 * body is read. An endpoint that no rule names is refused.
 */
public record AccessRules(List<AccessRule> rules) {

	public AccessRules {
		rules = List.copyOf(rules);
	}

	public static AccessRules of(AccessRule... rules) {
		return new AccessRules(List.of(rules));
	}

}
