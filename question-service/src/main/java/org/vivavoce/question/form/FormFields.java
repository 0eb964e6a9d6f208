package org.vivavoce.question.form;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What somebody has sent by a form. A field that was left blank is not there.
 */
public record FormFields(Map<String, List<String>> values) {

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
