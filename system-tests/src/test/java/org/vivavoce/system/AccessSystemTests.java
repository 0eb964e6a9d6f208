package org.vivavoce.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.vivavoce.testing.pipeline.Pipeline;
import org.vivavoce.testing.pipeline.StandaloneProcess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Role, resource and operation: who is let in where.
 */
class AccessSystemTests {

	private static final List<String> ROLES = List.of("admin", "recruiter", "interviewer-1", "interviewer-2",
			"dashboard", "nobody");

	private static final Set<String> OPERATIONS = Set.of("get", "put", "post", "delete", "patch");

	private final Access access = new Access(Pipeline.shared());

	/**
	 * A row of the matrix.
	 *
	 * @param answers the status for each role
	 */
	record Row(String method, String path, @Nullable String body, List<Integer> answers) {

		static Row of(String line) {
			List<String> cells = Stream.of(line.split("\\|")).map(String::strip).toList();
			return new Row(cells.get(0), cells.get(1), cells.get(2).isEmpty() ? null : cells.get(2),
					cells.subList(3, cells.size()).stream().map(Integer::valueOf).toList());
		}

		/**
		 * The operation with its variables without names.
		 */
		String operation() {
			return this.method + " " + this.path.replaceAll("\\?.*", "").replaceAll("\\{[^}]*}", "{}");
		}

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

	}

	static List<Row> rows() throws IOException {
		try (InputStream matrix = Objects
			.requireNonNull(AccessSystemTests.class.getResourceAsStream("/access-matrix.csv"))) {
			return new String(matrix.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#") && !line.startsWith("method"))
				.map(Row::of)
				.toList();
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rows")
	void everybodyIsLetInWhereTheMatrixSays(Row row) {
		Stage stage = Stage.shared();
		Map<String, Integer> seen = new LinkedHashMap<>();
		Map<String, Integer> expected = new LinkedHashMap<>();
		for (int each = 0; each < ROLES.size(); each++) {
			String role = ROLES.get(each);
			String token = role.equals("nobody") ? null : this.access.token(role);
			String accept = row.path().startsWith("/api/") ? "*/*" : "text/html";
			seen.put(role,
					this.access
						.ask(token, row.method(), stage.fill(row.path()), stage.filled(row.body()), "Accept", accept)
						.status());
			expected.put(role, row.answers().get(each));
		}
		assertThat(seen).isEqualTo(expected);
	}

	@Test
	void theMatrixHasEveryOperationOfTheApi() throws IOException {
		Set<String> documented = Stream.of("question", "scoring", "report")
			.flatMap((service) -> operations("/docs/" + service + "-service.json"))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(documented).isNotEmpty();
		assertThat(rows().stream().map(Row::operation).filter((operation) -> operation.contains(" /api/")))
			.containsAll(documented);
	}

	private Stream<String> operations(String path) {
		String document = this.access.ask(null, "GET", path, null).body();
		JsonNode paths = JsonMapper.shared().readTree(document).get("paths");
		return paths.propertyStream()
			.flatMap((entry) -> entry.getValue()
				.propertyStream()
				.map(Map.Entry::getKey)
				.filter(OPERATIONS::contains)
				.map((method) -> method.toUpperCase(java.util.Locale.ROOT) + " "
						+ entry.getKey().replaceAll("\\{[^}]*}", "{}")));
	}

	/**
	 * What the rows are about.
	 */
	private record Stage(Map<String, String> names) {

		private static final class Holder {

			static final Stage SHARED = play(Pipeline.shared());

		}

		static Stage shared() {
			return Holder.SHARED;
		}

		private static Stage play(StandaloneProcess pipeline) {
			String interview = plan(pipeline);
			String question = pipeline.as("interviewer-1")
				.post("/interviews/" + interview + "/served", null)
				.require(201)
				.json()
				.at("/question/id")
				.asString();
			pipeline.as("interviewer-1").patiently("GET", "/score-sheets/" + interview, null).require(200);
			pipeline.as("dashboard").scorecard("matrix");
			return new Stage(Map.of("interview", interview, "question", question, "candidate", "matrix", "closing",
					plan(pipeline)));
		}

		private static String plan(StandaloneProcess pipeline) {
			return pipeline.as("recruiter")
				.post("/interviews", """
						{"candidate": {"id": "matrix"}, "role": "Developer", "technology": "django", "level": "mid",
						"panel": ["interviewer-1"], "seed": 5, "plan": {"counts": {"mid": 2}}}""")
				.require(201)
				.json()
				.get("id")
				.asString();
		}

		String fill(String text) {
			String filled = text.replaceAll("\\{[a-z]+=([^}]*)}", "$1");
			for (Map.Entry<String, String> name : this.names.entrySet()) {
				filled = filled.replace("{" + name.getKey() + "}", name.getValue());
			}
			return filled;
		}

		@Nullable String filled(@Nullable String text) {
			return (text != null) ? fill(text) : null;
		}

	}

}
