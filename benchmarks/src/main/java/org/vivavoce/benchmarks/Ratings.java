package org.vivavoce.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.vivavoce.benchmarks.HttpLoad.Answer;
import org.vivavoce.benchmarks.HttpLoad.Request;
import org.vivavoce.testing.pipeline.Ports;

/**
 * Rows 4 and 11: ratings that are acknowledged, published and folded, and interviews that
 * are planned and served, by the whole pipeline in one JVM.
 */
final class Ratings {

	private static final Path JAR = Path.of("deploy/standalone/target/standalone-0.1.0-SNAPSHOT-exec.jar");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int CALLERS = 32;

	private static final int QUESTIONS = 4;

	private static final int INTERVIEWS = 64;

	private static final int WARM_UP = 12_000;

	private static final int RATINGS = 6_000;

	private final JavaProcess process;

	private final Path data;

	private final int port;

	private final Map<String, String> tokens = new ConcurrentHashMap<>();

	private final Metrics metrics;

	private Ratings(JavaProcess process, Path data, int port, int reportPort) {
		this.process = process;
		this.data = data;
		this.port = port;
		this.metrics = new Metrics(reportPort, token("admin"));
	}

	/**
	 * A place where somebody may rate.
	 */
	private record Place(String interview, String question, String member) {

	}

	static void measure(Path directory, int runs, boolean profile, Results results) throws IOException {
		Path data = directory.resolve("data");
		int port = Ports.freePort();
		int report = Ports.freePort();
		try (JavaProcess process = JavaProcess.ofJar("standalone", directory,
				JavaProcess.options(directory, "standalone", profile, "-Xmx1g"), JAR,
				List.of("--vivavoce.data-dir=" + data, "--vivavoce.port=" + port,
						"--vivavoce.question-port=" + Ports.freePort(), "--vivavoce.scoring-port=" + Ports.freePort(),
						"--vivavoce.report-port=" + report, "--vivavoce.kafka-port=" + Ports.freePort(),
						"--vivavoce.store-port=" + Ports.freePort()))) {
			process.await("Viva Voce is ready");
			new Ratings(process, data, port, report).measure(runs, results);
		}
	}

	private void measure(int runs, Results results) {
		HttpLoad load = new HttpLoad(this.port, CALLERS);
		List<Place> places = new ArrayList<>();
		for (int i = 0; i < INTERVIEWS; i++) {
			places.addAll(interview(load, "rated-" + i));
		}
		Waiting.until("the first can be rated", Duration.ofSeconds(30),
				() -> (load.once(rating(places.getLast(), 0)).status() == 200) ? Optional.of(true) : Optional.empty());
		long folded = rate(load, places, 0, WARM_UP, 1);
		for (int i = 0; i < runs; i++) {
			int from = WARM_UP + i * RATINGS;
			Duration before = this.process.cpu();
			long begin = System.nanoTime();
			folded = rate(load, places, from, RATINGS, folded);
			double seconds = (System.nanoTime() - begin) / 1e9;
			results.add("4", "ratings acknowledged, published and folded, per second", RATINGS / seconds);
			results.add("4", "CPU of the whole pipeline, ms per rating",
					this.process.cpu().minus(before).toNanos() / 1e6 / RATINGS);
		}
		for (int i = 0; i < runs; i++) {
			int first = i * INTERVIEWS;
			long begin = System.nanoTime();
			for (int number = first; number < first + INTERVIEWS; number++) {
				interview(load, "served-" + number);
			}
			results.add("11", "interviews planned and four questions served by one caller, per second",
					INTERVIEWS * 1e9 / (System.nanoTime() - begin));
		}
	}

	/**
	 * @param folded ratings before
	 * @return ratings that are folded at the end
	 */
	private long rate(HttpLoad load, List<Place> places, int from, int count, long folded) {
		load.each(count, (number) -> rating(places.get((from + number) % places.size()), from + number), 200);
		return Waiting.until("all ratings are folded", Duration.ofMinutes(2), () -> {
			long now = (long) this.metrics.sum("vivavoce_projection_events_total", "topic=\"answer-scored\"");
			return (now >= folded + count) ? Optional.of(now) : Optional.empty();
		});
	}

	private Request rating(Place place, int number) {
		// the same place comes again with another rating, so that each is a change
		int rating = 1 + (number / (INTERVIEWS * QUESTIONS * 2) + number) % 4;
		return Request.json("PUT", "/api/v1/score-sheets/" + place.interview() + "/answers/" + place.question(),
				token(place.member()),
				"{\"rating\":%d,\"redFlag\":false,\"notes\":\"Number %d\"}".formatted(rating, number), 200);
	}

	private List<Place> interview(HttpLoad load, String candidate) {
		JsonNode planned = json(load.once(Request.json("POST", "/api/v1/interviews", token("recruiter"), """
				{"candidate":{"id":"%s","name":"Somebody"},"role":"Engineer","technology":"django","level":"mid",
				"panel":["interviewer-1","interviewer-2"],"plan":{"counts":{"junior":1,"mid":2,"senior":1}}}"""
			.formatted(candidate), 201)));
		String id = planned.get("id").asString();
		List<Place> places = new ArrayList<>();
		for (int i = 0; i < QUESTIONS; i++) {
			String question = json(load
				.once(Request.json("POST", "/api/v1/interviews/" + id + "/served", token("interviewer-1"), "{}", 201)))
				.get("question")
				.get("id")
				.asString();
			places.add(new Place(id, question, "interviewer-1"));
			places.add(new Place(id, question, "interviewer-2"));
		}
		return places;
	}

	private static JsonNode json(Answer answer) {
		if (answer.status() != 201) {
			throw new IllegalStateException("The answer is " + answer.head());
		}
		return JSON.readTree(answer.body());
	}

	private String token(String name) {
		return this.tokens.computeIfAbsent(name, (each) -> {
			try {
				return Files.readString(this.data.resolve("tokens").resolve(each + ".jwt")).strip();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

}
