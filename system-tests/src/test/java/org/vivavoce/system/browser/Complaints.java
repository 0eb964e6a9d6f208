package org.vivavoce.system.browser;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.BrowserContext;

/**
 * What must not happen on any page: errors on the console, errors of scripts, requests to
 * somebody else.
 */
final class Complaints {

	private final List<String> heard = new ArrayList<>();

	private final List<String> expected = new ArrayList<>();

	Complaints(BrowserContext context, String origin) {
		context.onConsoleMessage((message) -> {
			if (message.type().equals("error")) {
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
