package org.vivavoce.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.vivavoce.contracts.AnswerScored;
import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOpened;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.Overall;
import org.vivavoce.contracts.QuestionServed;
import org.vivavoce.contracts.RecommendationGiven;
import org.vivavoce.contracts.ServedQuestion;

/**
 * Interviews of 41 events each, the same for the same number: a profile, an opening,
 * twelve questions, ratings of each by two people, their recommendations, and the end.
 */
final class Workload {

	/** Events of one interview. */
	static final int EVENTS = 41;

	private static final int QUESTIONS = 12;

	private static final List<String> TOPICS = List.of("orm", "async", "testing", "security", "deployment");

	private static final List<String> TECHNOLOGIES = List.of("django", "fastapi", "postgresql", "kubernetes");

	private static final Instant BEGINNING = Instant.parse("2026-01-05T08:00:00Z");

	private Workload() {
	}

	static String candidate(int number) {
		return "cand-%08d".formatted(number);
	}

	/**
	 * The events of one interview, in their order.
	 */
	static List<Event> interview(int number) {
		Random random = new Random(number);
		String candidate = candidate(number);
		String interview = "iv-%08d".formatted(number);
		String technology = TECHNOLOGIES.get(random.nextInt(TECHNOLOGIES.size()));
		Level target = Level.values()[random.nextInt(Level.values().length)];
		List<String> panel = List.of("interviewer-" + random.nextInt(200), "interviewer-x" + random.nextInt(200));
		Instant opened = BEGINNING.plusSeconds(number * 60L);
		List<Event> events = new ArrayList<>(EVENTS);
		events.add(new CandidateProfiled(candidate, "Candidate " + number, Map.of()));
		events.add(new InterviewOpened(interview, candidate, "Engineer", technology, target, panel, QUESTIONS, opened));
		for (int position = 1; position <= QUESTIONS; position++) {
			Level level = Level.values()[random.nextInt(Level.values().length)];
			Instant served = opened.plusSeconds(300L * position);
			ServedQuestion question = question(technology, level, position, random);
			events.add(new QuestionServed(interview, candidate, "Engineer", technology, target, panel, QUESTIONS,
					position, question, served, panel.getFirst()));
			for (String member : panel) {
				events.add(new AnswerScored(interview, candidate, question.id(), 1, member, member,
						1 + random.nextInt(4), random.nextInt(12) == 0, List.of(question.keyPoints().getFirst().id()),
						"Said what it is for, and when it does not pay; had to be asked for the limits.", 1,
						served.plusSeconds(200)));
			}
		}
		Instant closed = opened.plusSeconds(300L * (QUESTIONS + 1));
		for (String member : panel) {
			events.add(new RecommendationGiven(interview, candidate, member, Overall.YES, "Solid on the whole.", 1,
					closed.minusSeconds(30)));
		}
		events.add(new InterviewClosed(interview, candidate, InterviewOutcome.COMPLETED, closed));
		return events;
	}

	private static ServedQuestion question(String technology, Level level, int position, Random random) {
		String topic = TOPICS.get(random.nextInt(TOPICS.size()));
		return new ServedQuestion(technology + "-" + topic + "-" + position, 1, technology, level, topic,
				"What happens in " + technology + " when " + topic + " meets a load that nobody has planned for?",
				"Names what is shared and what is not, measures before anything is changed, and can tell which of the "
						+ "usual remedies would only move the queue to another place. Gives an example of their own.",
				"Adds more of everything and hopes.",
				List.of(new KeyPoint("measures", "Measures before anything is changed"),
						new KeyPoint("shared", "Knows what is shared"),
						new KeyPoint("example", "Has an example of their own")),
				List.of());
	}

}
