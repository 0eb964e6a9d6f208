package org.vivavoce.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

import org.vivavoce.benchmarks.HttpLoad.Request;
import org.vivavoce.testing.Tokens;

/**
 * Rows 6 to 9: what report-service answers per second, beside a server that does nothing
 * but send the same bytes.
 */
final class Reads {

	private static final int CALLERS = 32;

	private static final int INTERVIEWS = 1_000;

	private static final Duration WARM_UP = Duration.ofSeconds(10);

	private static final Duration MEASURED = Duration.ofSeconds(8);

	private Reads() {
	}

	static void measure(Benchmarks.Run run, Results results)
			throws ExecutionException, InterruptedException, IOException {
		EventLog log = new EventLog(run.backing().kafka(), "reads.");
		log.create();
		log.write(0, INTERVIEWS);
		String token = Tokens.of("dashboard", "reports:read");
		try (ReportService service = ReportService.start("reads", run.directory(), run.backing(), log.prefix(), "reads",
				run.options("reads", "-Xmx512m"))) {
			service.applied((long) INTERVIEWS * Workload.EVENTS, Duration.ofMinutes(5));
			HttpLoad load = new HttpLoad(service.port(), CALLERS);
			Request card = Request.get("/api/v1/scorecards/" + Workload.candidate(7), token, 200);
			Request list = Request.get("/api/v1/scorecards?limit=50", token, 200);
			Request unchanged = Request.get("/api/v1/scorecards/" + Workload.candidate(7), token, 304,
					"If-None-Match: " + load.once(card).header("ETag"));
			Request refused = Request.get("/api/v1/projections/scorecards", token, 403);
			Request health = Request.get("/actuator/health/readiness", token, 200);
			try (JavaProcess cardServer = bare(run.directory(), "bare-card", load.once(card).body());
					JavaProcess listServer = bare(run.directory(), "bare-list", load.once(list).body())) {
				HttpLoad bareCard = new HttpLoad(port(cardServer), CALLERS);
				HttpLoad bareList = new HttpLoad(port(listServer), CALLERS);
				Request bare = Request.get("/card", token, 200);
				Request bareUnchanged = Request.get("/304", token, 304);
				for (Request each : List.of(card, list, unchanged, refused, health)) {
					load.repeat(each, WARM_UP);
				}
				bareCard.repeat(bare, WARM_UP);
				bareCard.repeat(bareUnchanged, WARM_UP);
				bareList.repeat(bare, WARM_UP);
				for (int i = 0; i < run.runs(); i++) {
					Duration before = service.process().cpu();
					HttpLoad.Outcome cards = load.repeat(card, MEASURED);
					results.add("6", "GET of one scorecard, per second", cards.rate(),
							"a bare handler with the same bytes, per second", bareCard.repeat(bare, MEASURED).rate());
					results.add("6", "CPU of report-service, µs per GET",
							service.process().cpu().minus(before).toNanos() / 1e3
									/ (cards.rate() * MEASURED.toSeconds()));
					results.add("7", "the same as 304, per second", load.repeat(unchanged, MEASURED).rate(),
							"a bare handler, per second", bareCard.repeat(bareUnchanged, MEASURED).rate());
					results.add("8", "a refusal (403), per second", load.repeat(refused, MEASURED).rate());
					results.add("8", "health, per second", load.repeat(health, MEASURED).rate());
					results.add("9", "a list of 50 summaries, per second", load.repeat(list, MEASURED).rate(),
							"a bare handler with the same bytes, per second", bareList.repeat(bare, MEASURED).rate());
				}
			}
		}
	}

	private static JavaProcess bare(Path directory, String name, byte[] bytes) throws IOException {
		Path file = Files.write(directory.resolve(name), bytes);
		return JavaProcess.ofClass(name, directory, List.of("-Xmx256m"), BareServer.class.getName(),
				List.of(file.toString()));
	}

	private static int port(JavaProcess process) {
		return Integer.parseInt(process.await(BareServer.READY).strip());
	}

}
