package org.vivavoce.system;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

import org.springframework.context.ConfigurableApplicationContext;

import org.vivavoce.testing.Tokens;
import org.vivavoce.testing.pipeline.Answer;
import org.vivavoce.testing.pipeline.Api;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A running instance of a service.
 */
final class Instance implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final HttpClient http = Api.client();

	private final ConfigurableApplicationContext context;

	Instance(ConfigurableApplicationContext context) {
		this.context = context;
	}

	Api as(String person, String... scopes) {
		return new Api(this.http, "http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port"),
				Tokens.of(person, scopes));
	}

	/**
	 * How many events this instance has folded into its projection, repetitions included.
	 */
	long applied() {
		return (long) this.context.getBean(MeterRegistry.class)
			.find("vivavoce.projection.events")
			.tag("outcome", "applied")
			.counters()
			.stream()
			.mapToDouble((counter) -> counter.count())
			.sum();
	}

	/**
	 * How many records report-service has not read yet.
	 */
	long lag() {
		Answer answer = as("admin", "admin").get("/projections/scorecards");
		return answer.ok() ? answer.json().get("lag").asLong() : Long.MAX_VALUE;
	}

	/**
	 * Wait until report-service has read all there is.
	 */
	void awaitCaughtUp() {
		Awaitility.await("catching up").atMost(LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> lag() == 0);
	}

	/**
	 * All that was read is on the scorecards, and nothing else is.
	 */
	void assertTells(List<Story> stories) {
		Api reader = as("reader", "reports:read");
		assertThat(stories)
			.allSatisfy((story) -> assertThat(Story.told(reader.scorecard(story.candidate()))).as(story.candidate())
				.containsExactlyElementsOf(story.card()));
	}

	/**
	 * The kinds of all dead letters that report-service lists, by where the record lies:
	 * {@code topic-partition-offset}.
	 */
	Map<String, String> deadLetters() {
		Api admin = as("admin", "admin");
		Map<String, String> kinds = new TreeMap<>();
		String cursor = "";
		while (cursor != null) {
			JsonNode page = admin.get("/dead-letters?limit=200" + cursor).require(200).json();
			page.get("items").forEach((each) -> kinds.put(each.get("id").asString(), each.get("kind").asString()));
			cursor = page.get("next").isNull() ? null : "&cursor=" + page.get("next").asString();
		}
		return kinds;
	}

	JsonNode card(String candidate) {
		return as("reader", "reports:read").scorecard(candidate);
	}

	@Override
	public void close() {
		this.http.shutdownNow();
		this.context.close();
	}

}
