package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRootName;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Coverage;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.Overall;
import org.vivavoce.contracts.ScorecardOutcome;

/**
 * The same figures of several candidates side by side. Every list of figures is in the
 * order of the candidates, with null where a candidate has none.
 *
 * @param sharedQuestions ids of the questions that every one of them was asked
 */
public record Comparison(List<Side> candidates, List<LevelRow> levels, List<TopicRow> topics,
		List<QuestionRow> questions, List<String> sharedQuestions) {

	/**
	 * One candidate.
	 *
	 * @param recommendations of all panels
	 */
	public record Side(Scorecard.Candidate candidate, long version,
			@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double score, ScorecardOutcome outcome,
			List<String> reasons, Coverage coverage, int redFlagCount, List<PanelRecommendation> recommendations,
			Instant updatedAt) {

	}

	/**
	 * A panel member's recommendation.
	 */
	@JsonRootName("Said")
	public record PanelRecommendation(String interviewId, String interviewer, Overall overall) {

	}

	/**
	 * The questions of one level.
	 */
	public record LevelRow(Level level, List<Scorecard.@Nullable LevelFigures> figures) {

	}

	/**
	 * The questions of one topic.
	 */
	public record TopicRow(String topic, List<Scorecard.@Nullable TopicFigures> figures) {

	}

	/**
	 * One question.
	 */
	public record QuestionRow(String questionId, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Level level,
			@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String topic,
			@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String prompt, List<@Nullable AnswerCell> answers) {

	}

	/**
	 * An answer; the first, where somebody was asked the question in several interviews.
	 *
	 * @param score 0 to 1; null without any rating
	 * @param counted whether it enters the scores
	 * @param redFlag whether anybody raised one
	 */
	@JsonRootName("Given")
	public record AnswerCell(String interviewId, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double score,
			boolean counted, boolean redFlag) {

	}

	private record InterviewAnswer(String interviewId, Scorecard.Answer answer) {

	}

	/**
	 * Compare scorecards.
	 * @param cards in the order to be shown
	 */
	public static Comparison of(List<Scorecard> cards) {
		SortedSet<Level> levels = union(cards,
				(card) -> card.levels().stream().map(Scorecard.LevelFigures::level).toList());
		SortedSet<String> topics = union(cards,
				(card) -> card.topics().stream().map(Scorecard.TopicFigures::topic).toList());
		SortedSet<String> questions = union(cards,
				(card) -> answers(card).stream().map((each) -> each.answer().questionId()).toList());
		return new Comparison(cards.stream().map(Comparison::side).toList(),
				levels.stream().map((level) -> new LevelRow(level, row(cards, level, Comparison::level))).toList(),
				topics.stream().map((topic) -> new TopicRow(topic, row(cards, topic, Comparison::topic))).toList(),
				questions.stream().map((question) -> question(cards, question)).toList(),
				questions.stream()
					.filter((question) -> cards.stream().allMatch((card) -> wasAsked(card, question)))
					.toList());
	}

	private static <T extends Comparable<T>> SortedSet<T> union(List<Scorecard> cards,
			Function<Scorecard, List<T>> keys) {
		return cards.stream()
			.flatMap((card) -> keys.apply(card).stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static <K, T> List<@Nullable T> row(List<Scorecard> cards, K key,
			BiFunction<Scorecard, K, @Nullable T> cell) {
		return cards.stream().<@Nullable T>map((card) -> cell.apply(card, key)).toList();
	}

	private static Side side(Scorecard card) {
		List<PanelRecommendation> recommendations = card.interviews()
			.stream()
			.flatMap((interview) -> interview.recommendations()
				.stream()
				.map((each) -> new PanelRecommendation(interview.id(), each.interviewer(), each.overall())))
			.toList();
		return new Side(card.candidate(), card.version(), card.score(), card.outcome(), card.reasons(), card.coverage(),
				card.redFlags().size(), recommendations, card.updatedAt());
	}

	private static Scorecard.@Nullable LevelFigures level(Scorecard card, Level level) {
		return card.levels().stream().filter((each) -> each.level() == level).findFirst().orElse(null);
	}

	private static Scorecard.@Nullable TopicFigures topic(Scorecard card, String topic) {
		return card.topics().stream().filter((each) -> each.topic().equals(topic)).findFirst().orElse(null);
	}

	private static QuestionRow question(List<Scorecard> cards, String id) {
		// the texts of the newest revision that anybody was asked
		Scorecard.Answer newest = cards.stream()
			.flatMap((card) -> answers(card).stream().map(InterviewAnswer::answer))
			.filter((answer) -> answer.questionId().equals(id))
			.reduce((one, other) -> newer(other, one) ? other : one)
			.orElseThrow();
		return new QuestionRow(id, newest.level(), newest.topic(), newest.prompt(),
				row(cards, id, Comparison::answerCell));
	}

	private static boolean newer(Scorecard.Answer one, Scorecard.Answer other) {
		boolean known = one.prompt() != null;
		return (known == (other.prompt() != null)) ? one.questionRevision() > other.questionRevision() : known;
	}

	private static @Nullable AnswerCell answerCell(Scorecard card, String question) {
		return answers(card).stream()
			.filter((each) -> each.answer().questionId().equals(question))
			.findFirst()
			.map((each) -> new AnswerCell(each.interviewId(), each.answer().score(), each.answer().counted(),
					each.answer().ratings().stream().anyMatch(Scorecard.Rating::redFlag)))
			.orElse(null);
	}

	private static boolean wasAsked(Scorecard card, String question) {
		return answers(card).stream()
			.anyMatch((each) -> each.answer().questionId().equals(question) && each.answer().position() != null);
	}

	private static List<InterviewAnswer> answers(Scorecard card) {
		return card.interviews()
			.stream()
			.flatMap((interview) -> interview.answers()
				.stream()
				.map((answer) -> new InterviewAnswer(interview.id(), answer)))
			.toList();
	}

}
