package org.vivavoce.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Rows 1 to 3: report-service folds a backlog into scorecards, beside MongoDB's sink that
 * copies it, and a consumer that looks at nothing.
 */
final class CatchUp {

	private static final Duration LIMIT = Duration.ofMinutes(10);

	private CatchUp() {
	}

	static void measure(Benchmarks.Run run, Results results) throws ExecutionException, InterruptedException {
		EventLog log = new EventLog(run.backing().kafka(), "catchup.");
		log.create();
		log.write(0, run.interviews());
		long events = (long) run.interviews() * Workload.EVENTS;
		for (int i = 1; i <= run.runs(); i++) {
			double limit = log.readRate(events);
			Double sink = run.peers() ? SinkPeer.rate(run.directory(), run.backing(), log, "sink-" + i, events) : null;
			Path directory = run.directory();
			try (ReportService service = ReportService.start("catchup-" + i, directory, run.backing(), log.prefix(),
					"catchup-" + i, run.options("catchup-" + i, "-Xmx512m"))) {
				Duration storeBefore = run.backing().process().cpu();
				Progress progress = service.applied(events, LIMIT);
				Metrics metrics = service.metrics();
				double rate = progress.rate();
				if (sink != null) {
					results.add("1", "catch-up, events/s", rate, "MongoDB's sink, events/s", sink);
				}
				results.add("2", "catch-up, events/s", rate, "a consumer that looks at nothing, events/s", limit);
				for (String operation : List.of("loaded", "written")) {
					double documents = metrics.sum("vivavoce_projection_documents_total",
							"operation=\"" + operation + "\"");
					results.add("3", "documents " + operation + " in catch-up, per event", documents / events);
				}
				results.add("1", "CPU of report-service with its start, µs per event",
						service.process().cpu().toNanos() / 1e3 / events);
				results.add("1", "CPU of broker and store meanwhile, µs per event",
						run.backing().process().cpu().minus(storeBefore).toNanos() / 1e3 / events);
			}
		}
	}

}
