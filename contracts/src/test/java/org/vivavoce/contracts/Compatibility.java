package org.vivavoce.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * What a change of a schema breaks. Whoever writes by the released schema must still be
 * read, so the current one must not accept less; whoever reads by it must still
 * understand, so the current one must not promise less. Fields that are added and need
 * not be there break nobody.
 */
final class Compatibility {

	private static final Set<String> WORDS = Set.of("title", "description", "$comment", "examples", "deprecated");

	private static final Set<String> LOWER = Set.of("minimum", "exclusiveMinimum", "minLength", "minItems",
			"minProperties");

	private static final Set<String> UPPER = Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems",
			"maxProperties");

	private final String event;

	private final List<String> breaks = new ArrayList<>();

	private Compatibility(String event) {
		this.event = event;
	}

	/**
	 * All that breaks, a line each: event, field and rule.
	 */
	static List<String> breaks(String event, JsonNode released, JsonNode current) {
		Compatibility compatibility = new Compatibility(event);
		compatibility.compare("", released, current);
		return compatibility.breaks;
	}

	private void compare(String field, JsonNode released, JsonNode current) {
		Set<String> keywords = new TreeSet<>(released.propertyNames());
		keywords.addAll(current.propertyNames());
		keywords.removeAll(WORDS);
		for (String keyword : keywords) {
			JsonNode before = released.path(keyword);
			JsonNode after = current.path(keyword);
			if (!before.equals(after)) {
				compare(field, keyword, before, after);
			}
		}
	}

	private void compare(String field, String keyword, JsonNode before, JsonNode after) {
		if (keyword.equals("properties")) {
			properties(field, before, after);
		}
		else if (keyword.equals("required")) {
			required(field, names(before), names(after));
		}
		else if (before.isMissingNode() || after.isMissingNode()) {
			constraint(field, keyword, before, after);
		}
		else if (keyword.equals("type")) {
			choices(field, keyword, types(before), types(after));
		}
		else if (keyword.equals("enum")) {
			choices(field, keyword, values(before), values(after));
		}
		else if (LOWER.contains(keyword) || UPPER.contains(keyword)) {
			limit(field, keyword, before, after);
		}
		else if ((keyword.equals("items") || keyword.equals("additionalProperties")) && before.isObject()
				&& after.isObject()) {
			compare(field + "[]", before, after);
		}
		else {
			constraint(field, keyword, before, after);
		}
	}

	private void properties(String field, JsonNode before, JsonNode after) {
		before.forEachEntry((name, schema) -> {
			if (after.has(name)) {
				compare(child(field, name), schema, after.get(name));
			}
			else {
				broken(child(field, name), "removed", "producers and consumers");
			}
		});
	}

	private void required(String field, Set<String> before, Set<String> after) {
		without(after, before).forEach((name) -> broken(child(field, name), "is now required", "producers"));
		without(before, after).forEach((name) -> broken(child(field, name), "is no longer required", "consumers"));
	}

	private void choices(String field, String keyword, Set<String> before, Set<String> after) {
		without(before, after).forEach((value) -> broken(field, keyword + " " + value + " removed", "producers"));
		without(after, before).forEach((value) -> broken(field, keyword + " " + value + " added", "consumers"));
	}

	private void limit(String field, String keyword, JsonNode before, JsonNode after) {
		int growth = after.decimalValue().compareTo(before.decimalValue());
		if (growth != 0) {
			broken(field, "%s changed from %s to %s".formatted(keyword, before, after),
					(growth > 0 == LOWER.contains(keyword)) ? "producers" : "consumers");
		}
	}

	/**
	 * Without knowing what it means: one more forbids something, one fewer allows
	 * something, another one may do both.
	 */
	private void constraint(String field, String keyword, JsonNode before, JsonNode after) {
		if (before.isMissingNode()) {
			broken(field, keyword + " " + after + " added", "producers");
		}
		else if (after.isMissingNode()) {
			broken(field, keyword + " " + before + " removed", "consumers");
		}
		else {
			broken(field, "%s changed from %s to %s".formatted(keyword, before, after), "producers and consumers");
		}
	}

	private void broken(String field, String rule, String whom) {
		this.breaks
			.add("%s: %s: %s: breaks %s".formatted(this.event, field.isEmpty() ? "the data" : field, rule, whom));
	}

	private static String child(String field, String name) {
		return field.isEmpty() ? name : field + "." + name;
	}

	/**
	 * Every integer is a number, too.
	 */
	private static Set<String> types(JsonNode type) {
		Set<String> types = type.isString() ? new TreeSet<>(Set.of(type.stringValue())) : names(type);
		if (types.contains("number")) {
			types.add("integer");
		}
		return types;
	}

	private static Set<String> names(JsonNode list) {
		return list.valueStream().map(JsonNode::stringValue).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> values(JsonNode list) {
		return list.valueStream().map(JsonNode::toString).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> without(Set<String> all, Set<String> some) {
		Set<String> rest = new TreeSet<>(all);
		rest.removeAll(some);
		return rest;
	}

}
