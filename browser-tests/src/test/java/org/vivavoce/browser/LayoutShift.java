package org.vivavoce.browser;

import com.microsoft.playwright.Page;

/**
 * How much of what a person sees moves by itself, as browsers measure it
 * (<a href="https://wicg.github.io/layout-instability/">Layout Instability API</a>).
 */
final class LayoutShift {

	/** What nobody minds. */
	static final double TOLERATED = 0.05;

	private static final String OBSERVE = """
			() => {
				window.shifted = 0;
				new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shifted += entry.value; }))
					.observe({ type: 'layout-shift' });
			}""";

	/** A frame is drawn, and its observers have been told. */
	private static final String DRAWN = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))";

	private LayoutShift() {
	}

	/**
	 * Count from now on.
	 */
	static void begin(Page page) {
		page.evaluate(OBSERVE);
	}

	/**
	 * Since the count began, also just after somebody pressed a key.
	 */
	static double sum(Page page) {
		page.evaluate(DRAWN);
		page.evaluate(DRAWN);
		return ((Number) page.evaluate("window.shifted")).doubleValue();
	}

}
