package org.vivavoce.platform.page;

import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

/**
 * What the shell needs besides the viewer.
 *
 * @param path of the request
 * @param assets where this service keeps its assets, ending in a slash
 * @param version of the assets; goes into their addresses
 */
public record PageContext(String path, String assets, String version, @Nullable String signInUrl, String signInHint,
		@Nullable String signOutUrl) {

	static PageContext of(ServerWebExchange exchange, Assets assets, PageProperties properties) {
		return new PageContext(exchange.getRequest().getPath().value(), assets.path(), assets.version(),
				properties.signInUrl(), properties.signInHint(), properties.signOutUrl());
	}

	/**
	 * The address of an asset.
	 */
	public String asset(String name) {
		return this.assets + name + "?v=" + this.version;
	}

	/**
	 * Whether a main page is the one that is open, or the open one belongs to it.
	 */
	public boolean within(String destination) {
		return this.path.equals(destination) || this.path.startsWith(destination + "/");
	}

}
