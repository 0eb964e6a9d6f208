package org.vivavoce.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.vivavoce.testing.pipeline.Api;
import org.vivavoce.testing.pipeline.OwnThread;
import org.vivavoce.testing.pipeline.Pipeline;
import org.vivavoce.testing.pipeline.Played;
import org.vivavoce.testing.pipeline.Ports;
import org.vivavoce.testing.pipeline.StandaloneProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How the standalone process starts, refuses to start, and ends. Why else it may refuse
 * is tested where it needs no process.
 */
class ProcessSystemTests {

	private static final Pattern TROUBLE = Pattern.compile("\\b(WARN|WARNING|ERROR|FATAL)\\b|Exception|^\\s+at ");

	private final StandaloneProcess pipeline = Pipeline.shared();

	@Test
	void theStartSaysInAFewLinesWhereToGo() {
		List<String> output = this.pipeline.output();
		await().atMost(Duration.ofSeconds(5)).until(() -> output.stream().anyMatch((line) -> line.startsWith("Next")));

		assertThat(this.pipeline.log()).hasSizeLessThan(40).noneMatch((line) -> TROUBLE.matcher(line).find());
		List<String> end = output.subList(
				output.indexOf(output.stream().filter((line) -> line.contains("is ready")).findFirst().orElseThrow()),
				output.size());
		assertThat(end.getFirst()).contains("http://localhost:" + this.pipeline.ports().gateway());
		assertThat(end).filteredOn((line) -> line.contains("/sign-in?code=")).hasSize(5);
		assertThat(end.stream().filter((line) -> !line.isBlank()).toList().getLast()).startsWith("Next");
	}

	@Test
	void aSignInLinkSetsACookieThatReadsAndIsNoUseToOtherSites() throws Exception {
		String link = this.pipeline.output()
			.stream()
			.filter((line) -> line.strip().startsWith("recruiter "))
			.findFirst()
			.orElseThrow()
			.replaceFirst(".* http", "http");
		try (HttpClient browser = HttpClient.newHttpClient()) {
			HttpResponse<String> signedIn = browser.send(HttpRequest.newBuilder(URI.create(link)).build(),
					BodyHandlers.ofString());
			assertThat(signedIn.statusCode()).isEqualTo(303);
			String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
			assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");

			HttpRequest.Builder request = HttpRequest
				.newBuilder(URI.create(this.pipeline.address() + "/api/v1/scorecards"))
				.header("Cookie", cookie.replaceFirst(";.*", ""));
			assertThat(browser.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
			HttpRequest foreign = request.uri(URI.create(this.pipeline.address() + "/api/v1/interviews"))
				.header("Origin", "https://elsewhere.test")
				.POST(BodyPublishers.ofString("{}"))
				.build();
			assertThat(browser.send(foreign, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
		}
	}

	@Test
	void aSecondInstanceOnTheSameDirectoryIsRefusedInOneSentence() {
		assertThat(refusal(this.pipeline.data(), Ports.free())).contains("in use by another instance");
		assertThat(this.pipeline.as("dashboard").get("/scorecards").status()).as("the first one goes on")
			.isEqualTo(200);
	}

	@Test
	void aWrongSettingOfTheServicesIsRefusedInOneSentence(@TempDir Path directory) {
		assertThat(refusal(directory.resolve("data"), Ports.free(), "--vivavoce.outbox.sweep-interval=often"))
			.contains("vivavoce.outbox.sweep-interval is 'often'")
			.endsWith("expected: a duration such as 5s");
	}

	private static String refusal(Path data, Ports ports, String... settings) {
		try (StandaloneProcess process = StandaloneProcess.launch(data, ports, settings)) {
			assertThat(process.awaitExit(Duration.ofSeconds(60))).as("exit code").isEqualTo(1);
			assertThat(process.errors()).hasSize(1);
			assertThat(process.output()).noneMatch((line) -> TROUBLE.matcher(line).find());
			return process.errors().getFirst();
		}
	}

	@Test
	void sigtermEndsItWithinTenSecondsAndTheNextStartHasEverything(@TempDir Path directory) {
		Ports ports = Ports.free();
		try (StandaloneProcess first = StandaloneProcess.start(directory.resolve("data"), ports)) {
			Played played = Played.plan(first, "kept", 7, "{\"mid\": 1}");
			played.next(first, 3, 3, false);
			Api dashboard = first.as("dashboard");
			await().atMost(Duration.ofSeconds(20))
				.until(() -> dashboard.scorecard("kept").at("/coverage/scored").asInt() == 1);
			CompletableFuture<Long> stream = dashboard.http()
				.sendAsync(dashboard.request("GET", "/scorecards/stream", null), BodyHandlers.ofLines())
				.thenApplyAsync((response) -> response.body().count(), OwnThread.EACH);

			assertThat(first.stop(Duration.ofSeconds(10))).isIn(0, 143);
			assertThat(first.log()).noneMatch((line) -> TROUBLE.matcher(line).find());
			await("end of the stream").atMost(Duration.ofSeconds(5)).until(stream::isDone);
		}
		try (StandaloneProcess second = StandaloneProcess.start(directory.resolve("data"), ports)) {
			assertThat(second.as("dashboard").scorecard("kept").get("score").asDouble()).isEqualTo(66.7);
			assertThat(second.log()).noneMatch((line) -> TROUBLE.matcher(line).find());
		}
	}

}
