package org.vivavoce.platform.page;

import java.util.List;

import org.vivavoce.platform.security.Caller;

/**
 * Who looks at a page, as its template sees them.
 *
 * @param navigation the main pages that they may open
 * @param abilities what they may do, in words
 */
public record Viewer(Caller caller, List<PageProperties.Destination> navigation, List<String> abilities) {

	static Viewer of(Caller caller, PageProperties properties) {
		return new Viewer(caller,
				properties.navigation().stream().filter((destination) -> caller.has(destination.scope())).toList(),
				properties.abilities()
					.stream()
					.filter((ability) -> caller.has(ability.scope()))
					.map(PageProperties.Ability::label)
					.toList());
	}

	public String id() {
		return this.caller.id();
	}

	/**
	 * Whether something that needs this scope is offered.
	 */
	public boolean may(String scope) {
		return this.caller.has(scope);
	}

}
