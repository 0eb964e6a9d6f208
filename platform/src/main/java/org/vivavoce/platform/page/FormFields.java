package org.vivavoce.platform.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.contracts.Texts;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * What somebody has sent by a form, in a body or in the address. A field that was left
 * blank is not there.
 */
public record FormFields(Map<String, List<String>> values) {

	/**
	 * The form that the body of a request is.
	 */
	public static Mono<FormFields> of(ServerWebExchange exchange) {
		return exchange.getFormData().map(FormFields::read);
	}

	/**
	 * Browsers end the lines of a text with carriage return and line feed, whatever the
	 * system.
	 * @throws ProblemException {@link ProblemTypes#INVALID} where something is no text
	 */
	private static FormFields read(MultiValueMap<String, String> form) {
		Map<String, List<String>> values = new LinkedHashMap<>();
		form.forEach((name, typed) -> values.put(name, typed.stream().map((text) -> {
			String lines = (text != null) ? text.replace("\r\n", "\n").replace('\r', '\n') : "";
			Texts.fault(lines).ifPresent((fault) -> {
				throw new ProblemException(ProblemTypes.INVALID, "A text of the form " + fault);
			});
			return lines;
		}).toList()));
		return new FormFields(values);
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
