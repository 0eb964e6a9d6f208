package org.vivavoce.platform.page;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemPages;
import org.vivavoce.platform.security.Caller;

/**
 * Problems as pages, and as notices for requests of a script that replaces a part of a
 * page.
 */
final class ErrorPages implements ProblemPages {

	private static final String SCRIPTED = "HX-Request";

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private final ThymeleafReactiveViewResolver views;

	private final PageProperties properties;

	private final Assets assets;

	ErrorPages(ThymeleafReactiveViewResolver views, PageProperties properties, Assets assets) {
		this.views = views;
		this.properties = properties;
		this.assets = assets;
	}

	@Override
	public boolean serve(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		return !request.getPath().value().startsWith("/api/")
				&& (request.getHeaders().containsHeader(SCRIPTED) || acceptsHtml(request));
	}

	private static boolean acceptsHtml(ServerHttpRequest request) {
		try {
			return request.getHeaders()
				.getAccept()
				.stream()
				.anyMatch((type) -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	@Override
	public Mono<Void> write(ServerWebExchange exchange, ProblemException problem) {
		boolean scripted = exchange.getRequest().getHeaders().containsHeader(SCRIPTED);
		HttpHeaders headers = exchange.getResponse().getHeaders();
		headers.setCacheControl("no-store");
		if (scripted) {
			headers.set("HX-Retarget", "#notice");
			headers.set("HX-Reswap", "innerHTML");
			headers.set("HX-Reselect", "unset");
		}
		String view = scripted ? "platform/problem :: notice" : "platform/problem";
		return this.views.resolveViewName(view, Locale.ENGLISH)
			.flatMap((resolved) -> resolved.render(model(exchange, problem), HTML, exchange));
	}

	private Map<String, Object> model(ServerWebExchange exchange, ProblemException problem) {
		Map<String, Object> model = new HashMap<>();
		if (exchange.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
			model.put("viewer", Viewer.of(caller, this.properties));
		}
		model.put("page", PageContext.of(exchange, this.assets, this.properties));
		model.put("problem", problem);
		model.put("status", problem.type().status().value());
		model.put("requestId", exchange.getRequest().getId());
		return model;
	}

}
