package org.vivavoce.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.vivavoce.testing.pipeline.Api;
import org.vivavoce.testing.pipeline.Pipeline;
import org.vivavoce.testing.pipeline.Played;
import org.vivavoce.testing.pipeline.StandaloneProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the dashboard and the alerts show is there, and what nobody should read is not.
 */
class ObservabilitySystemTests {

	private static final Duration LONG = Duration.ofSeconds(60);

	private static final Pattern HEADING = Pattern.compile("(?m)^## (\\w+)$");

	private final StandaloneProcess pipeline = Pipeline.shared();

	private final HttpClient http = Api.client();

	@Test
	void metricsAreFoundInExpressions() {
		assertThat(Expressions.metrics("""
				sum by (service) (rate(a_total{outcome="up_and_down"}[5m])) / max (b_seconds) > 0.01 and c:d == 0"""))
			.containsExactly("a_total", "b_seconds", "c:d");
	}

	@Test
	void everyMetricOfTheDashboardAndTheAlertsIsExposedAndNoneNamesAPerson() {
		Played played = Played.plan(this.pipeline, "observed", "Zephyrine Quastel", 3, "{\"mid\": 1}");
		played.next(this.pipeline, 3, 2, false);
		played.recommend(this.pipeline, "interviewer-1", "yes");
		played.close(this.pipeline);

		Set<String> asked = Stream.concat(Expressions.ofAlerts().stream(), Expressions.ofDashboard().stream())
			.flatMap((expression) -> Expressions.metrics(expression).stream())
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(asked).hasSizeGreaterThan(20);
		await().atMost(LONG).untilAsserted(() -> assertThat(exposed()).containsAll(asked));

		assertThat(String.join("\n", scrapes())).doesNotContain("observed", "interviewer-1", played.id());
		assertThat(String.join("\n", this.pipeline.log())).doesNotContain("Zephyrine", "\"said\" so", "sees it");
	}

	@Test
	void metricsAreReadByTokenAndNotThroughTheGateway() {
		for (String service : this.pipeline.services()) {
			assertThat(get(service, this.pipeline.token("recruiter")).statusCode()).isEqualTo(403);
		}
		assertThat(get(this.pipeline.address(), this.pipeline.token("admin")).statusCode()).isEqualTo(404);
	}

	@Test
	void everyAlertLeadsToItsRunbook() throws IOException {
		Set<String> headings = HEADING.matcher(Files.readString(Path.of("../docs/runbooks.md")))
			.results()
			.map((heading) -> heading.group(1))
			.collect(Collectors.toSet());
		List<JsonNode> alerts = Expressions.alerts();
		assertThat(alerts).extracting((alert) -> alert.get("alert").asString())
			.containsExactlyInAnyOrderElementsOf(headings);
		assertThat(alerts).allSatisfy((alert) -> {
			assertThat(alert.at("/annotations/runbook_url").asString())
				.endsWith("docs/runbooks.md#" + alert.get("alert").asString().toLowerCase(Locale.ROOT));
			assertThat(alert.at("/annotations/summary").asString()).isNotEmpty();
			assertThat(alert.at("/labels/severity").asString()).isIn("warning", "critical");
		});
	}

	private Set<String> exposed() {
		return scrapes().stream()
			.flatMap(String::lines)
			.filter((line) -> !line.startsWith("#"))
			.map((line) -> line.split("[{ ]", 2)[0])
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private List<String> scrapes() {
		return this.pipeline.services().stream().map((service) -> {
			HttpResponse<String> answer = get(service, this.pipeline.token("dashboard"));
			assertThat(answer.statusCode()).isEqualTo(200);
			return answer.body();
		}).toList();
	}

	private HttpResponse<String> get(String address, String token) {
		try {
			return this.http.send(HttpRequest.newBuilder(URI.create(address + "/actuator/prometheus"))
				.timeout(LONG)
				.header("Authorization", "Bearer " + token)
				.build(), BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
