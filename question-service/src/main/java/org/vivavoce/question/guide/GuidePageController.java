package org.vivavoce.question.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

import org.vivavoce.platform.page.PageController;

/**
 * How to interview with the questions of the hub.
 */
@PageController
final class GuidePageController {

	private static final String DOCUMENT = "guide/how-we-interview.md";

	private final Guide guide;

	GuidePageController() {
		try {
			this.guide = Guide.of(new ClassPathResource(DOCUMENT).getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@GetMapping("/hub/guide")
	Rendering guide() {
		return Rendering.view("hub/guide").modelAttribute("guide", this.guide).build();
	}

}
