package org.vivavoce.system;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the dashboard and the alert rules ask Prometheus for.
 */
final class Expressions {

	private static final Path OBSERVABILITY = Path.of("../deploy/observability");

	/**
	 * Labels and texts, ranges, and the labels of a grouping: nothing that is a metric.
	 */
	private static final Pattern DETAILS = Pattern
		.compile("\\{[^}]*}|\"[^\"]*\"|\\[[^]]*]|\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)");

	/** A name that is not called as a function. */
	private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*+(?!\\s*\\()");

	/** Words of the language, and what Prometheus itself measures. */
	private static final Set<String> GIVEN = Set.of("and", "or", "unless", "up");

	private Expressions() {
	}

	static List<JsonNode> alerts() {
		return new YAMLMapper().readTree(OBSERVABILITY.resolve("rules.yml").toFile())
			.at("/groups/0/rules")
			.valueStream()
			.toList();
	}

	static List<String> ofAlerts() {
		return alerts().stream().map((rule) -> rule.get("expr").asString()).toList();
	}

	static List<String> ofDashboard() {
		return JsonMapper.shared()
			.readTree(OBSERVABILITY.resolve("grafana/dashboards/vivavoce.json").toFile())
			.findValuesAsString("expr");
	}

	/**
	 * The metrics that an expression names.
	 */
	static Set<String> metrics(String expression) {
		return NAME.matcher(DETAILS.matcher(expression).replaceAll(" "))
			.results()
			.map(MatchResult::group)
			.filter((name) -> !GIVEN.contains(name))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
