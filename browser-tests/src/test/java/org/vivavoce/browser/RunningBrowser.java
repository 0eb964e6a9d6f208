package org.vivavoce.browser;

import java.time.Duration;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/**
 * Chromium and the driver it is spoken to through; both end with the tests.
 */
final class RunningBrowser implements AutoCloseable {

	/** How long assertions and actions wait, on machines that do other things too. */
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final Playwright playwright;

	private final Browser browser;

	RunningBrowser() {
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
		this.browser = Chromium.launch(this.playwright);
	}

	Browser browser() {
		return this.browser;
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
