package org.vivavoce.platform.page;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.platform.security.Caller;

/**
 * What every template finds in its model.
 */
@ControllerAdvice(annotations = PageController.class)
final class PageModel {

	private final PageProperties properties;

	private final Assets assets;

	PageModel(PageProperties properties, Assets assets) {
		this.properties = properties;
		this.assets = assets;
	}

	@ModelAttribute("viewer")
	Viewer viewer(Caller caller) {
		return Viewer.of(caller, this.properties);
	}

	@ModelAttribute("page")
	PageContext page(ServerWebExchange exchange) {
		return PageContext.of(exchange, this.assets, this.properties);
	}

	@ModelAttribute("format")
	Formats format() {
		return new Formats();
	}

}
