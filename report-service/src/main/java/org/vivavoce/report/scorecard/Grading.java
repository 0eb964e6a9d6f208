package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Coverage;
import org.vivavoce.contracts.Level;

/**
 * Derives all figures from what a card holds.
 */
public final class Grading {

	private final ScoringRules rules;

	private final Weights weights;

	public Grading(ScoringRules rules) {
		this.rules = rules;
		this.weights = new Weights(rules);
	}

	/**
	 * The scorecard as somebody may see it who sits on none of the panels.
	 * @return empty when there is nothing to show
	 */
	public Optional<Scorecard> grade(CardState card) {
		return card.updatedAt().map((updatedAt) -> grade(card, card, updatedAt));
	}

	/**
	 * The scorecard as this person may see it. What is hidden is taken away before any
	 * figure is derived; version and time stay those of the whole.
	 * @return empty when there is nothing to show
	 */
	public Optional<Scorecard> grade(CardState card, String viewer) {
		return card.updatedAt().map((updatedAt) -> grade(card, Redaction.seenBy(card, viewer), updatedAt));
	}

	/**
	 * The scorecard as this person may see it, with what explains it: all of it goes by
	 * what they see.
	 * @return empty when there is nothing to show
	 */
	public Optional<ExplainedScorecard> explain(CardState card, String viewer) {
		return card.updatedAt().map((updatedAt) -> {
			CardState visible = Redaction.seenBy(card, viewer);
			return new ExplainedScorecard(grade(card, visible, updatedAt),
					Explanation.of(visible, this.weights, this.rules),
					visible.interviews().stream().collect(Collectors.toMap(InterviewEntry::id, TimelineEvent::of)),
					Redaction.hiddenFrom(card, viewer));
		});
	}

	private Scorecard grade(CardState whole, CardState visible, Instant updatedAt) {
		Tally total = new Tally();
		Map<Level, Tally> levels = new TreeMap<>();
		Map<String, Tally> topics = new TreeMap<>();
		List<Scorecard.RedFlag> redFlags = new ArrayList<>();
		List<Scorecard.Interview> interviews = new ArrayList<>();
		for (InterviewEntry interview : visible.interviews()) {
			List<WeightedAnswer> answers = WeightedAnswer.of(interview, this.weights);
			for (WeightedAnswer weightedAnswer : answers) {
				total.add(weightedAnswer);
				if (weightedAnswer.question() != null) {
					levels.computeIfAbsent(weightedAnswer.question().level(), (level) -> new Tally())
						.add(weightedAnswer);
					topics.computeIfAbsent(weightedAnswer.question().topic(), (topic) -> new Tally())
						.add(weightedAnswer);
				}
			}
			redFlags.addAll(redFlags(answers));
			interviews.add(InterviewView.of(interview, answers));
		}
		Verdict verdict = Verdict.of(total.score(), total.scored(), redFlags.size(), open(visible), this.rules);
		return new Scorecard(candidate(whole), whole.version(), total.number(), verdict.outcome(), verdict.reasons(),
				new Coverage(planned(visible), total.served(), total.scored()), List.copyOf(redFlags),
				levels.entrySet()
					.stream()
					.map((entry) -> new Scorecard.LevelFigures(entry.getKey(), entry.getValue().served(),
							entry.getValue().scored(), entry.getValue().number()))
					.toList(),
				topics.entrySet()
					.stream()
					.map((entry) -> new Scorecard.TopicFigures(entry.getKey(), entry.getValue().served(),
							entry.getValue().scored(), entry.getValue().number()))
					.toList(),
				List.copyOf(interviews), updatedAt);
	}

	private static Scorecard.Candidate candidate(CardState card) {
		return new Scorecard.Candidate(card.candidateId(), name(card));
	}

	private static @Nullable String name(CardState card) {
		return (card.profile() != null) ? card.profile().value().name() : null;
	}

	private static List<Scorecard.RedFlag> redFlags(List<WeightedAnswer> answers) {
		return answers.stream()
			.filter((weightedAnswer) -> !weightedAnswer.redFlaggedBy().isEmpty())
			.map((weightedAnswer) -> new Scorecard.RedFlag(weightedAnswer.interviewId(), weightedAnswer.questionId(),
					weightedAnswer.redFlaggedBy()))
			.sorted(Comparator.comparing(Scorecard.RedFlag::questionId))
			.toList();
	}

	private static List<String> open(CardState card) {
		return card.interviews()
			.stream()
			.filter((interview) -> interview.closed() == null)
			.map(InterviewEntry::id)
			.toList();
	}

	private static int planned(CardState card) {
		return card.interviews()
			.stream()
			.map(InterviewEntry::facts)
			.mapToInt((facts) -> (facts != null && facts.value() != null) ? facts.value().planned() : 0)
			.sum();
	}

}
