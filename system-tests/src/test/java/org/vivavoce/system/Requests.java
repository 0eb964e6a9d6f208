package org.vivavoce.system;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.vivavoce.testing.pipeline.Answer;
import org.vivavoce.testing.pipeline.Api;
import org.vivavoce.testing.pipeline.StandaloneProcess;

/**
 * The requests of one person under load. Each notes first what is asked, then what was
 * answered, and returns what was wrong about the answer.
 */
final class Requests {

	static final String UNAVAILABLE = "503";

	private final Api recruiter;

	private final List<Api> panel;

	private final java.util.function.BooleanSupplier alive;

	Requests(StandaloneProcess pipeline) {
		this.recruiter = pipeline.as("recruiter");
		this.panel = Candidacy.PANEL.stream().map(pipeline::as).toList();
		this.alive = pipeline::alive;
	}

	boolean alive() {
		return this.alive.getAsBoolean();
	}

	/**
	 * Plan an interview; the key makes it safe to ask again after a kill.
	 */
	@Nullable String open(Candidacy candidacy) {
		return inTurn(candidacy.opening(), () -> {
			if (candidacy.interview().isPresent()) {
				return null;
			}
			candidacy.openingSent();
			Answer answer = this.recruiter.post("/interviews", """
					{"candidate": {"id": "%1$s", "name": "Name of %1$s"}, "role": "Developer", "technology": "django",
					"level": "mid", "panel": ["interviewer-1", "interviewer-2"]}""".formatted(candidacy.candidate()),
					"Idempotency-Key", candidacy.candidate());
			if (answer.status() == 201) {
				JsonNode interview = answer.json();
				candidacy.opened(interview.get("id").asString(),
						StreamSupport.stream(interview.get("plan").spliterator(), false)
							.map((item) -> item.get("questionId").asString())
							.toList());
				return null;
			}
			return unexpected("open", candidacy, answer);
		});
	}

	/**
	 * Serve the next question, or jump to one, with a key or without.
	 */
	@Nullable String serve(Candidacy candidacy, Random random, String freshKey) {
		String repeated = candidacy.unanswered();
		String key = (repeated != null) ? repeated : random.nextBoolean() ? freshKey : null;
		// the body belongs to the key: a repetition has to be the same
		String body = (key != null && Math.floorMod(key.hashCode(), 4) == 0)
				? "{\"questionId\": \"%s\"}".formatted(planned(candidacy, key)) : null;
		Answer answer;
		try {
			String path = path("/interviews/", candidacy, "/served");
			answer = (key != null) ? this.recruiter.post(path, body, "Idempotency-Key", key)
					: this.panel.get(random.nextInt(2)).post(path, body);
		}
		catch (UncheckedIOException ex) {
			if (repeated != null || !Api.neverSent(ex)) {
				candidacy.perhapsServed(key, repeated != null);
			}
			throw ex;
		}
		if (answer.status() == 503) {
			candidacy.perhapsServed(key, repeated != null);
		}
		else if (repeated != null) {
			candidacy.cleared();
		}
		if (answer.status() == 201) {
			JsonNode served = answer.json();
			return candidacy.served(served.get("position").asInt(), served.at("/question/id").asString()).orElse(null);
		}
		return (answer.status() == 409) ? null : unexpected("serve", candidacy, answer);
	}

	private static String planned(Candidacy candidacy, String key) {
		return candidacy.plan().get(Math.floorMod(key.hashCode() / 4, candidacy.plan().size()));
	}

	@Nullable String rate(Candidacy candidacy, Random random, int number) {
		String question = candidacy.anyServed(random);
		if (question == null) {
			return null;
		}
		int person = random.nextInt(2);
		String rating = List.of("1", "2", "3", "4", "null").get(random.nextInt(5));
		String fresh = "{\"rating\":%s,\"redFlag\":%s,\"notes\":\"n%d\"}".formatted(rating, random.nextInt(9) == 0,
				number);
		return write(candidacy, candidacy.history(Candidacy.PANEL.get(person), question), this.panel.get(person),
				"/answers/" + question, fresh, random);
	}

	@Nullable String recommend(Candidacy candidacy, Random random, int number) {
		int person = random.nextInt(2);
		String overall = List.of("no", "yes", "strong-yes").get(random.nextInt(3));
		return write(candidacy, candidacy.history(Candidacy.PANEL.get(person), "recommendation"),
				this.panel.get(person), "/recommendation",
				"{\"overall\":\"%s\",\"summary\":\"s%d\"}".formatted(overall, number), random);
	}

	private @Nullable String write(Candidacy candidacy, History history, Api person, String where, String fresh,
			Random random) {
		return inTurn(history.turn(), () -> {
			String content = history.next(fresh, random.nextInt(4) == 0);
			boolean again = !content.equals(fresh);
			history.sent(content);
			Answer answer;
			try {
				answer = person.put(path("/score-sheets/", candidacy, where), content);
			}
			catch (UncheckedIOException ex) {
				if (Api.neverSent(ex)) {
					history.refused(again);
				}
				throw ex;
			}
			if (answer.status() == 200) {
				return history.acknowledged(answer.json().get("revision").asInt()).orElse(null);
			}
			if (answer.status() == 409 && answer.later()) {
				history.refused(again);
				return null;
			}
			return unexpected("write", candidacy, answer);
		});
	}

	@Nullable String close(Candidacy candidacy) {
		candidacy.closingSent();
		Answer answer = this.recruiter.post(path("/interviews/", candidacy, "/close"), "{\"outcome\":\"completed\"}");
		if (answer.status() == 200) {
			candidacy.closed();
			return null;
		}
		return unexpected("close", candidacy, answer);
	}

	private static String path(String begin, Candidacy candidacy, String end) {
		return begin + candidacy.interview().orElseThrow() + end;
	}

	private static String unexpected(String what, Candidacy candidacy, Answer answer) {
		return (answer.status() == 503) ? UNAVAILABLE
				: what + " " + candidacy.candidate() + ": " + answer.status() + " " + answer.body();
	}

	private static @Nullable String inTurn(ReentrantLock turn, java.util.function.Supplier<@Nullable String> request) {
		if (!turn.tryLock()) {
			return null;
		}
		try {
			return request.get();
		}
		finally {
			turn.unlock();
		}
	}

}
