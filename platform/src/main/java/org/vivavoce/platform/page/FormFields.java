package org.vivavoce.platform.page;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;

/**
 * What somebody has sent by a form, in a body or in the address. A field that was left
 * blank is not there.
 */
public record FormFields(Map<String, List<String>> values) {

	/**
	 * The form that the body of a request is.
	 */
	public static Mono<FormFields> of(ServerWebExchange exchange) {
		return exchange.getFormData().map(FormFields::new);
	}

	/**
	 * The first value of a field, trimmed; null when it was left blank.
	 */
	public @Nullable String text(String name) {
		return all(name).stream().findFirst().orElse(null);
	}

	public String or(String name, String otherwise) {
		String text = text(name);
		return (text != null) ? text : otherwise;
	}

	/**
	 * The first value of a field as it was typed; empty where there is none.
	 */
	public String typed(String name) {
		return this.values.getOrDefault(name, List.of()).stream().findFirst().orElse("");
	}

	/**
	 * All values of a field, trimmed, without blank ones.
	 */
	public List<String> all(String name) {
		return this.values.getOrDefault(name, List.of())
			.stream()
			.map(String::strip)
			.filter((value) -> !value.isEmpty())
			.toList();
	}

	/**
	 * A whole number.
	 * @return null where there is none
	 */
	public @Nullable Integer number(String name) {
		String text = text(name);
		return (text != null && text.matches("-?[0-9]{1,9}")) ? Integer.valueOf(text) : null;
	}

}
