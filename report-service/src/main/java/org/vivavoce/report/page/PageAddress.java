package org.vivavoce.report.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The address of a page with its query; parameters without a value are left out.
 */
final class PageAddress {

	private final String path;

	private final List<String> parameters = new ArrayList<>();

	PageAddress(String path) {
		this.path = path;
	}

	PageAddress with(String name, @Nullable String value) {
		if (value != null) {
			this.parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
		}
		return this;
	}

	String text() {
		return this.parameters.isEmpty() ? this.path : this.path + "?" + String.join("&", this.parameters);
	}

}
