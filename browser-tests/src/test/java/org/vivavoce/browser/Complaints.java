package org.vivavoce.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.microsoft.playwright.BrowserContext;

/**
 * What must not happen on any page: errors on the console, errors of scripts, requests to
 * somebody else.
 */
final class Complaints {

	/**
	 * What htmx says of a request that a newer one has replaced; failures it says
	 * otherwise.
	 */
	private static final Set<String> REPLACED = Set.of("htmx:sendAbort", "htmx:afterRequest");

	private final List<String> heard = new ArrayList<>();

	private final List<String> expected = new ArrayList<>();

	Complaints(BrowserContext context, String origin) {
		context.onConsoleMessage((message) -> {
			if (message.type().equals("error") && REPLACED.stream().noneMatch(message.text()::startsWith)) {
				this.heard.add("console: " + message.text() + " at " + message.location());
			}
		});
		context.onWebError((error) -> this.heard.add("script: " + error.error()));
		context.onRequest((request) -> {
			if (!request.url().startsWith(origin + "/") && !request.url().startsWith("data:")) {
				this.heard.add("request to another origin: " + request.url());
			}
		});
	}

	void expect(String part) {
		this.expected.add(part);
	}

	List<String> unexpected() {
		return this.heard.stream().filter((each) -> this.expected.stream().noneMatch(each::contains)).toList();
	}

}
