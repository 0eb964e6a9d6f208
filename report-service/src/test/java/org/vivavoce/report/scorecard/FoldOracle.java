package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.AnswerScored;
import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOpened;
import org.vivavoce.contracts.QuestionServed;
import org.vivavoce.contracts.RecommendationGiven;

/**
 * What a card must show, reckoned from the whole set of events at once: forget, group by
 * key, take the one that counts. Shares no code with the fold.
 */
final class FoldOracle {

	private FoldOracle() {
	}

	/**
	 * What must be shown, as lines of text by key, with the card's version.
	 */
	static SortedMap<String, String> shown(Collection<Envelope> events) {
		Instant forgotten = forgotten(events);
		SortedMap<String, Envelope> counting = new TreeMap<>();
		SortedMap<String, String> shown = new TreeMap<>();
		long version = 0;
		for (Envelope event : events) {
			if (!(event.event() instanceof CandidateForgotten) && isLeft(event, forgotten)) {
				counting.merge(key(event.event()), event, FoldOracle::greater);
				if (event.event() instanceof InterviewOpened || event.event() instanceof QuestionServed) {
					counting.merge("facts " + event.event().subject(), event, FoldOracle::greater);
				}
			}
		}
		for (Map.Entry<String, Envelope> each : counting.entrySet()) {
			shown.put(each.getKey(), content(each.getKey(), each.getValue().event()));
			if (!each.getKey().startsWith("facts")) {
				version += weight(each.getKey(), each.getValue(), events, forgotten);
			}
		}
		if (forgotten != null) {
			version += micros(forgotten) + (counting.containsKey("profile") ? 0 : micros(forgotten));
		}
		shown.put("version", Long.toString(version));
		return shown;
	}

	private static @Nullable Instant forgotten(Collection<Envelope> events) {
		Instant latest = null;
		for (Envelope event : events) {
			if (event.event() instanceof CandidateForgotten && (latest == null || event.time().isAfter(latest))) {
				latest = event.time();
			}
		}
		return latest;
	}

	private static boolean isLeft(Envelope event, @Nullable Instant forgotten) {
		return forgotten == null || event.occurredAt().isAfter(forgotten);
	}

	private static String key(Event event) {
		return switch (event) {
			case CandidateProfiled e -> "profile";
			case InterviewOpened e -> "opened " + e.interviewId();
			case InterviewClosed e -> "closed " + e.interviewId();
			case QuestionServed e -> "served " + e.interviewId() + " " + e.question().id();
			case AnswerScored e -> "rating " + e.interviewId() + " " + e.questionId() + " " + e.interviewer();
			case RecommendationGiven e -> "recommendation " + e.interviewId() + " " + e.interviewer();
			default -> throw new IllegalArgumentException(event.toString());
		};
	}

	private static String content(String key, Event event) {
		return switch (event) {
			case CandidateProfiled e -> String.valueOf(e.name());
			case InterviewOpened e when key.startsWith("facts") -> facts(e.role(), e.targetLevel(), e.planned());
			case QuestionServed e when key.startsWith("facts") -> facts(e.role(), e.targetLevel(), e.planned());
			case InterviewOpened e -> "opened";
			case InterviewClosed e -> e.outcome().toString();
			case QuestionServed e ->
				e.question().revision() + " " + e.question().level() + " " + e.question().prompt() + " " + e.position();
			case AnswerScored e -> e.rating() + " " + e.redFlag() + " " + e.notes() + " " + e.revision();
			case RecommendationGiven e -> e.overall() + " " + e.summary() + " " + e.revision();
			default -> throw new IllegalArgumentException(event.toString());
		};
	}

	private static String facts(String role, Object level, int planned) {
		return role + " " + level + " " + planned;
	}

	private static int revision(Event event) {
		return switch (event) {
			case AnswerScored e -> e.revision();
			case RecommendationGiven e -> e.revision();
			default -> 1;
		};
	}

	private static Envelope greater(Envelope one, Envelope other) {
		if (revision(one.event()) != revision(other.event())) {
			return (revision(one.event()) > revision(other.event())) ? one : other;
		}
		if (!one.occurredAt().equals(other.occurredAt())) {
			return one.occurredAt().isAfter(other.occurredAt()) ? one : other;
		}
		if (!one.id().equals(other.id())) {
			return (one.id().compareTo(other.id()) > 0) ? one : other;
		}
		return (one.source().compareTo(other.source()) > 0) ? one : other;
	}

	private static long weight(String key, Envelope counting, Collection<Envelope> events,
			@Nullable Instant forgotten) {
		List<Envelope> same = events.stream()
			.filter((event) -> !(event.event() instanceof CandidateForgotten) && isLeft(event, forgotten))
			.filter((event) -> key(event.event()).equals(key))
			.filter((event) -> revision(event.event()) == revision(counting.event()))
			.toList();
		long superseded = Math.min(15, same.size() - 1);
		return key.equals("profile") ? micros(counting.time()) + superseded
				: 16L * revision(counting.event()) + superseded;
	}

	private static long micros(Instant time) {
		return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
	}

	/**
	 * What a card does show, in the oracle's words.
	 */
	static SortedMap<String, String> shown(CardState card) {
		SortedMap<String, String> shown = new TreeMap<>();
		if (card.profile() != null) {
			shown.put("profile", String.valueOf(card.profile().value().name()));
		}
		for (InterviewEntry interview : card.interviews()) {
			String id = interview.id();
			if (interview.facts() != null && interview.facts().value() != null) {
				InterviewFacts facts = interview.facts().value();
				shown.put("facts " + id, facts(facts.role(), facts.targetLevel(), facts.planned()));
			}
			if (interview.opened() != null) {
				shown.put("opened " + id, "opened");
			}
			if (interview.closed() != null) {
				shown.put("closed " + id, interview.closed().value().outcome().toString());
			}
			interview.questions().forEach((question) -> {
				QuestionEntry.AskedQuestion asked = question.question().value();
				shown.put("served " + id + " " + question.questionId(),
						asked.questionRevision() + " " + asked.level() + " " + asked.prompt() + " " + asked.position());
			});
			interview.ratings().forEach((rating) -> {
				RatingEntry.RatingContent given = rating.content().value();
				shown.put("rating " + id + " " + rating.questionId() + " " + rating.interviewer(), given.rating() + " "
						+ given.redFlag() + " " + given.notes() + " " + rating.content().revision());
			});
			interview.recommendations().forEach((recommendation) -> {
				RecommendationEntry.RecommendationContent said = recommendation.content().value();
				shown.put("recommendation " + id + " " + recommendation.interviewer(),
						said.overall() + " " + said.summary() + " " + recommendation.content().revision());
			});
		}
		shown.put("version", Long.toString(card.version()));
		return shown;
	}

}
