package org.vivavoce.scoring.sheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOpened;
import org.vivavoce.contracts.Overall;
import org.vivavoce.contracts.QuestionServed;
import org.vivavoce.scoring.Interviews;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any order, any repetition, any batching of a history gives the same bytes, and they say
 * what the history says.
 */
class SheetFoldTests {

	private static final int HISTORIES = 20_000;

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final Random random = new Random(20260504);

	private final GeneratedHistory histories = new GeneratedHistory(this.random);

	@Test
	void anyOrderRepetitionAndBatchingGivesTheSameBytes() {
		for (int i = 0; i < HISTORIES; i++) {
			List<Envelope> history = this.histories.next();
			CandidateSheets folded = fold(null, history);
			assertThat(folded).as("what the history says: %s", history).isEqualTo(expected(history));
			String json = JSON.writeValueAsString(folded);
			assertThat(JSON.writeValueAsString(inBatches(null, disturbed(history)))).as("disturbed: %s", history)
				.isEqualTo(json);
			assertThat(fold(folded, history)).as("once more: %s", history).isSameAs(folded);
		}
	}

	@Test
	void whatThePanelGaveSurvivesAnyOrder() {
		int survived = 0;
		for (int i = 0; i < HISTORIES / 5; i++) {
			List<Envelope> history = this.histories.next();
			int given = this.random.nextInt(history.size()) + 1;
			CandidateSheets filledIn = fillIn(fold(null, history.subList(0, given)));
			List<Envelope> rest = history.subList(given, history.size());
			CandidateSheets folded = fold(filledIn, rest);
			assertThat(JSON.writeValueAsString(inBatches(filledIn, disturbed(rest)))).as("%s", history)
				.isEqualTo(JSON.writeValueAsString(folded));
			assertThat(gifts(folded)).as("%s", history)
				.containsExactlyElementsOf(gifts(filledIn).filter((each) -> remembered(each, folded)).toList());
			survived += (int) gifts(folded).count();
		}
		assertThat(survived).isGreaterThan(HISTORIES / 5);
	}

	private static boolean remembered(Contribution contribution, CandidateSheets sheets) {
		Instant forgottenAt = sheets.forgottenAt();
		return forgottenAt == null
				|| (contribution.at().isAfter(forgottenAt) && contribution.about().isAfter(forgottenAt));
	}

	private static Stream<Contribution> gifts(CandidateSheets sheets) {
		return sheets.sheets()
			.stream()
			.flatMap((sheet) -> Stream.concat(sheet.ratings().stream(), sheet.recommendations().stream()));
	}

	private CandidateSheets fillIn(CandidateSheets sheets) {
		CandidateSheets filled = sheets;
		for (Sheet sheet : sheets.sheets()) {
			Instant now = given(sheets);
			for (Serving serving : sheet.served()) {
				filled = after(filled, Scoring.rate(filled, sheet.interviewId(), serving.questionId(), "p-1",
						new RatingContent(2, true, List.of("count"), "Hm."), now));
			}
			filled = after(filled, Scoring.recommend(filled, sheet.interviewId(), "p-1",
					new RecommendationContent(Overall.NO_DECISION, null), now));
		}
		return filled;
	}

	/**
	 * Some time, but nobody rates before an event that is already known to forget.
	 */
	private Instant given(CandidateSheets sheets) {
		Instant time = Interviews.minute(this.random.nextInt(14));
		Instant forgottenAt = sheets.forgottenAt();
		return (forgottenAt != null && !time.isAfter(forgottenAt)) ? forgottenAt.plusSeconds(1) : time;
	}

	private static <T extends Contribution> CandidateSheets after(CandidateSheets before, Outcome<T> outcome) {
		return (outcome instanceof Outcome.Accepted<T> accepted) ? accepted.sheets() : before;
	}

	private List<Envelope> disturbed(List<Envelope> history) {
		List<Envelope> disturbed = new ArrayList<>(history);
		for (int i = this.random.nextInt(3); i > 0 && !history.isEmpty(); i--) {
			disturbed.add(history.get(this.random.nextInt(history.size())));
		}
		Collections.shuffle(disturbed, this.random);
		return disturbed;
	}

	/**
	 * With a visit to the store between the batches.
	 */
	private @Nullable CandidateSheets inBatches(@Nullable CandidateSheets start, List<Envelope> history) {
		CandidateSheets sheets = start;
		int from = 0;
		while (from < history.size()) {
			int to = Math.min(history.size(), from + 1 + this.random.nextInt(6));
			sheets = JSON.readValue(JSON.writeValueAsBytes(fold(sheets, history.subList(from, to))),
					CandidateSheets.class);
			from = to;
		}
		return sheets;
	}

	private static CandidateSheets fold(@Nullable CandidateSheets start, List<Envelope> history) {
		CandidateSheets sheets = start;
		for (Envelope envelope : history) {
			sheets = CandidateSheets.fold(sheets, envelope);
		}
		return Objects.requireNonNull((sheets != null) ? sheets : CandidateSheets.none("cand-1"));
	}

	/**
	 * The rules once more, over the whole history at once.
	 */
	private static CandidateSheets expected(List<Envelope> history) {
		Instant forgottenAt = history.stream()
			.filter((each) -> each.event() instanceof CandidateForgotten)
			.map(Envelope::occurredAt)
			.max(Comparator.naturalOrder())
			.orElse(null);
		List<Envelope> alive = history.stream()
			.filter((each) -> forgottenAt == null || each.occurredAt().isAfter(forgottenAt))
			.toList();
		TreeSet<String> interviews = new TreeSet<>();
		alive.stream()
			.filter((each) -> !each.event().subject().equals(each.event().candidateId()))
			.forEach((each) -> interviews.add(each.event().subject()));
		return new CandidateSheets("cand-1", forgottenAt, max(all(alive, SheetFoldTests::person)),
				interviews.stream().map((interview) -> expected(interview, alive)).toList());
	}

	private static @Nullable Person person(Envelope envelope) {
		return (envelope.event() instanceof CandidateProfiled event) ? new Person(event.name(), Stamp.of(envelope))
				: null;
	}

	private static Sheet expected(String interview, List<Envelope> alive) {
		List<Envelope> own = alive.stream().filter((each) -> each.event().subject().equals(interview)).toList();
		TreeMap<String, Serving> served = new TreeMap<>();
		all(own, SheetFoldTests::served).forEach((each) -> served.merge(each.questionId(), each,
				(one, other) -> (rank(one).compareTo(rank(other)) > 0) ? one : other));
		return new Sheet(interview, max(all(own, SheetFoldTests::details)),
				own.stream()
					.filter((each) -> each.event() instanceof InterviewOpened)
					.map(Envelope::occurredAt)
					.max(Comparator.naturalOrder())
					.orElse(null),
				max(all(own, SheetFoldTests::closing)),
				served.values()
					.stream()
					.sorted(Comparator.comparingInt(Serving::position).thenComparing(Serving::questionId))
					.toList(),
				List.of(), List.of());
	}

	private static @Nullable Serving served(Envelope envelope) {
		return (envelope.event() instanceof QuestionServed event)
				? new Serving(event.position(), event.question(), event.servedBy(), Stamp.of(envelope)) : null;
	}

	private static @Nullable Details details(Envelope envelope) {
		return switch (envelope.event()) {
			case InterviewOpened event -> Details.of(event, Stamp.of(envelope));
			case QuestionServed event -> Details.of(event, Stamp.of(envelope));
			default -> null;
		};
	}

	private static @Nullable Closing closing(Envelope envelope) {
		return (envelope.event() instanceof InterviewClosed event) ? new Closing(event.outcome(), Stamp.of(envelope))
				: null;
	}

	private static <T extends Stamped> List<T> all(List<Envelope> history, Function<Envelope, @Nullable T> said) {
		List<T> all = new ArrayList<>();
		for (Envelope envelope : history) {
			T value = said.apply(envelope);
			if (value != null) {
				all.add(value);
			}
		}
		return all;
	}

	private static <T extends Stamped> @Nullable T max(List<T> said) {
		return said.stream().max(Comparator.comparing(SheetFoldTests::rank)).orElse(null);
	}

	private static String rank(Stamped said) {
		return said.stamp().at() + " " + said.stamp().eventId() + " " + said;
	}

}
