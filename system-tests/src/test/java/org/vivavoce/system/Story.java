package org.vivavoce.system;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

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
import org.vivavoce.testing.pipeline.Figures;

/**
 * One interview as events, and the scorecard that must come of it, line by line.
 *
 * @param card what the scorecard must say, see {@link #told}
 */
record Story(String candidate, List<Event> events, List<String> card) {

	/** Events of one story. */
	static final int LENGTH = 30;

	private static final int QUESTIONS = 8;

	private static final List<String> PANEL = List.of("kim", "lee");

	private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

	/**
	 * Stories of different candidates, the same for the same seed.
	 */
	static List<Story> of(int count, long seed) {
		return of("c-", count, seed);
	}

	/**
	 * The same with other candidates.
	 * @param prefix of their ids
	 */
	static List<Story> of(String prefix, int count, long seed) {
		Random random = new Random(seed);
		return IntStream.range(0, count).mapToObj((each) -> of(prefix + each, random)).toList();
	}

	/**
	 * The first rating, which is never corrected and stands in the second line of the
	 * card.
	 */
	AnswerScored firstRating() {
		return this.events.stream()
			.filter(AnswerScored.class::isInstance)
			.map(AnswerScored.class::cast)
			.findFirst()
			.orElseThrow();
	}

	/**
	 * This story when more has happened.
	 * @param line of the card, from 0
	 * @param after what it must say then
	 */
	Story butTold(int line, String after) {
		List<String> other = new ArrayList<>(this.card);
		other.set(line, after);
		return new Story(this.candidate, this.events, List.copyOf(other));
	}

	private static Story of(String candidate, Random random) {
		String interview = "iv-" + candidate;
		List<Event> events = new ArrayList<>();
		List<String> card = new ArrayList<>();
		List<Figures.Rated> rated = new ArrayList<>();
		events.add(new CandidateProfiled(candidate, "Name of " + candidate, java.util.Map.of()));
		events
			.add(new InterviewOpened(interview, candidate, "Developer", "django", Level.MID, PANEL, QUESTIONS, BEGIN));
		for (int position = 1; position <= QUESTIONS; position++) {
			Level level = Level.values()[random.nextInt(3)];
			String question = "q-" + random.nextInt(1000) + "-" + position;
			events.add(served(interview, candidate, position, question, level));
			card.add(position + " " + question);
			List<@org.jspecify.annotations.Nullable Integer> ratings = new ArrayList<>();
			for (String interviewer : PANEL) {
				// every eighth answer is corrected once
				int revisions = (interviewer.equals("kim") && position == 5) ? 2 : 1;
				for (int revision = 1; revision <= revisions; revision++) {
					int rating = 1 + random.nextInt(4);
					events.add(scored(interview, candidate, question, interviewer, rating, revision, position));
					if (revision == revisions) {
						ratings.add(rating);
						card.add("  " + interviewer + " " + rating + " " + note(interviewer, rating, revision) + " r"
								+ revision);
					}
				}
			}
			rated.add(new Figures.Rated(level.name().toLowerCase(java.util.Locale.ROOT), "mid", ratings));
		}
		for (String interviewer : PANEL) {
			events.add(new RecommendationGiven(interview, candidate, interviewer, Overall.YES, null, 1,
					BEGIN.plusSeconds(3000)));
			card.add(interviewer + " recommends yes");
		}
		events.add(new InterviewClosed(interview, candidate, InterviewOutcome.COMPLETED, BEGIN.plusSeconds(3600)));
		card.add("closed, score " + Figures.score(rated));
		card.add("Name of " + candidate);
		return new Story(candidate, List.copyOf(events), List.copyOf(card));
	}

	private static QuestionServed served(String interview, String candidate, int position, String question,
			Level level) {
		return new QuestionServed(interview, candidate, "Developer", "django", Level.MID, PANEL, QUESTIONS, position,
				new ServedQuestion(question, 1, "django", level, "topic " + position % 3, "Prompt of " + question,
						"Strong", "Flag", List.of(new KeyPoint("k-1", "Point")), List.of()),
				BEGIN.plusSeconds(60L * position), "kim");
	}

	private static AnswerScored scored(String interview, String candidate, String question, String interviewer,
			int rating, int revision, int position) {
		return new AnswerScored(interview, candidate, question, 1, interviewer, interviewer, rating, false,
				List.of("k-1"), note(interviewer, rating, revision), revision,
				BEGIN.plusSeconds(60L * position + 30 + revision));
	}

	private static String note(String interviewer, int rating, int revision) {
		return interviewer + "-" + rating + "-" + revision;
	}

	/**
	 * What a scorecard says, in the lines of {@link #card()}.
	 */
	static List<String> told(JsonNode card) {
		List<String> told = new ArrayList<>();
		for (JsonNode interview : card.get("interviews")) {
			for (JsonNode answer : interview.get("answers")) {
				told.add(answer.get("position").asString() + " " + answer.get("questionId").asString());
				for (JsonNode rating : answer.get("ratings")) {
					told.add("  " + rating.get("interviewer").asString() + " " + rating.get("rating").asString() + " "
							+ rating.path("notes").asString("") + " r" + rating.get("revision").asInt());
				}
			}
			for (JsonNode each : interview.get("recommendations")) {
				told.add(each.get("interviewer").asString() + " recommends " + each.get("overall").asString());
			}
			JsonNode score = interview.get("score");
			told.add(interview.get("state").asString() + ", score "
					+ (score.isNull() ? "null" : score.decimalValue().toPlainString()));
		}
		told.add(card.at("/candidate/name").asString(""));
		return told;
	}

}
