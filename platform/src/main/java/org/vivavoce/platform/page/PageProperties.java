package org.vivavoce.platform.page;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What all pages share.
 *
 * @param signInUrl where somebody who is not signed in can do so; without it the page
 * only says what is missing
 * @param signInHint how to sign in, in a sentence
 * @param signOutUrl takes a POST that ends the session; without it none is offered
 * @param navigation the main pages, in their order
 * @param abilities what each scope lets a person do, in words
 */
@ConfigurationProperties("vivavoce.pages")
public record PageProperties(@Nullable String signInUrl, @DefaultValue("") String signInHint,
		@Nullable String signOutUrl, @DefaultValue List<Destination> navigation,
		@DefaultValue List<Ability> abilities) {

	/**
	 * A main page.
	 *
	 * @param scope the scope without which it is not offered
	 */
	public record Destination(String label, String path, String scope) {

	}

	/**
	 * What a scope is good for.
	 */
	public record Ability(String scope, String label) {

	}

}
