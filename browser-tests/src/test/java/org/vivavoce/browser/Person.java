package org.vivavoce.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import org.jspecify.annotations.Nullable;

import org.vivavoce.testing.pipeline.Api;
import org.vivavoce.testing.pipeline.StandaloneProcess;

/**
 * Somebody at a browser.
 */
final class Person {

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private static final Pattern TROUBLE = Pattern.compile("WARN|ERROR|Exception");

	private final BrowserContext context;

	private final StandaloneProcess pipeline;

	private final @Nullable String role;

	private final Complaints complaints;

	private final Page page;

	private final CDPSession network;

	Person(BrowserContext context, StandaloneProcess pipeline, @Nullable String role) {
		this.context = context;
		this.pipeline = pipeline;
		this.role = role;
		this.complaints = new Complaints(context, pipeline.address());
		context.setDefaultTimeout(PATIENCE.toMillis());
		if (role != null) {
			context.addCookies(List.of(new Cookie("vivavoce-token", pipeline.token(role)).setUrl(pipeline.address())));
		}
		this.page = context.newPage();
		this.network = context.newCDPSession(this.page);
	}

	Page page() {
		return this.page;
	}

	Page anotherTab() {
		return this.context.newPage();
	}

	BrowserContext context() {
		return this.context;
	}

	/**
	 * Go to a page that exists.
	 */
	Page open(String path) {
		return open(path, 200);
	}

	/**
	 * Go to a page that is answered with this status.
	 */
	Page open(String path, int status) {
		if (status >= 400) {
			this.complaints.expect("status of " + status);
		}
		Response response = this.page.navigate(this.pipeline.address() + path);
		if (response.status() != status) {
			throw new AssertionError("Expected " + status + " at " + path + ", got " + response.status());
		}
		return this.page;
	}

	/**
	 * Expect the console to tell of something, for example of a request without a
	 * network.
	 */
	void expect(String complaint) {
		this.complaints.expect(complaint);
	}

	/**
	 * Be far away: every answer takes this much longer.
	 */
	void farAway(Duration latency) {
		JsonObject conditions = new JsonObject();
		conditions.addProperty("offline", false);
		conditions.addProperty("latency", latency.toMillis());
		conditions.addProperty("downloadThroughput", -1);
		conditions.addProperty("uploadThroughput", -1);
		this.network.send("Network.emulateNetworkConditions", conditions);
	}

	/**
	 * Let no request to these addresses out of the browser, also after a reload.
	 * @param addresses with {@code *} for anything; none lets all of them through again
	 */
	void block(String... addresses) {
		JsonArray blocked = new JsonArray();
		List.of(addresses).forEach(blocked::add);
		JsonObject urls = new JsonObject();
		urls.add("urls", blocked);
		this.network.send("Network.enable");
		this.network.send("Network.setBlockedURLs", urls);
	}

	/**
	 * Press keys, one after the other.
	 */
	void press(String... keys) {
		for (String key : keys) {
			this.page.keyboard().press(key);
		}
	}

	void type(String text) {
		this.page.keyboard().type(text);
	}

	/**
	 * Press Tab until something has the focus.
	 */
	void tabTo(Locator wanted) {
		for (int each = 0; each < 150; each++) {
			press("Tab");
			if (Boolean.TRUE.equals(wanted.evaluate("(element) => element === document.activeElement"))) {
				return;
			}
		}
		throw new AssertionError("Cannot be reached by Tab: " + wanted);
	}

	/**
	 * The REST API, as the same person.
	 */
	Api api() {
		if (this.role == null) {
			throw new IllegalStateException("A stranger has no token");
		}
		return this.pipeline.as(this.role);
	}

	void keep(Path directory, String name) {
		List<Page> pages = this.context.pages();
		for (int each = 0; each < pages.size(); each++) {
			String file = (name + "-" + this.role + "-" + each).replaceAll("[^A-Za-z0-9]+", "-");
			pages.get(each)
				.screenshot(new Page.ScreenshotOptions().setPath(directory.resolve(file + ".png")).setFullPage(true));
		}
	}

	/**
	 * What the pipeline has said of errors so far.
	 */
	Stream<String> troubles() {
		return this.pipeline.log().stream().filter((line) -> TROUBLE.matcher(line).find());
	}

	List<String> leave() {
		this.context.close();
		return this.complaints.unexpected();
	}

}
