package org.vivavoce.scoring.sheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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

	private static final int HISTORIES = 2_000 * Integer.getInteger("vivavoce.endurance", 1);

	private final Random random = new Random(20260504);

	private final GeneratedHistory histories = new GeneratedHistory(this.random);

	@Test
	void anyOrderRepetitionAndBatchingInBothProjectionsGivesTheSameBytes() {
		for (int i = 0; i < HISTORIES; i++) {
			List<Envelope> history = this.histories.next();
			Documents folded = Documents.of(history);
			assertThat(folded.candidate()).as("what the history says: %s", history).isEqualTo(candidate(history));
			assertThat(folded.sheets()).as("what the history says: %s", history).isEqualTo(sheets(history));
			String json = folded.json();
			assertThat(new Documents().foldAtOnce(disturbed(history), this.random).json()).as("disturbed: %s", history)
				.isEqualTo(json);
			history.forEach((event) -> assertThatNothingChanges(folded, event));
		}
	}

	private static void assertThatNothingChanges(Documents folded, Envelope event) {
		if (Documents.isOfPerson(event.event())) {
			assertThat(Candidate.fold(folded.candidate(), event)).as("once more: %s", event)
				.isSameAs(folded.candidate());
		}
		else {
			InterviewSheet sheet = folded.sheet(event.event().subject());
			assertThat(InterviewSheet.fold(sheet, event)).as("once more: %s", event).isSameAs(sheet);
		}
	}

	@Test
	void whatThePanelGaveSurvivesAnyOrder() {
		int survived = 0;
		for (int i = 0; i < HISTORIES / 5; i++) {
			List<Envelope> history = this.histories.next();
			int given = this.random.nextInt(history.size()) + 1;
			Documents filledIn = fillIn(Documents.of(history.subList(0, given)));
			List<Envelope> rest = history.subList(given, history.size());
			Documents folded = filledIn.copy().fold(rest);
			assertThat(filledIn.copy().foldAtOnce(disturbed(rest), this.random).json()).as("%s", history)
				.isEqualTo(folded.json());
			Instant forgottenAt = forgottenAt(history);
			assertThat(folded.contributions()).as("%s", history)
				.containsExactlyElementsOf(
						filledIn.contributions().filter((each) -> remembered(each, forgottenAt)).toList());
			survived += (int) folded.contributions().count();
		}
		assertThat(survived).isGreaterThan(HISTORIES / 5);
	}

	/**
	 * Two copies that have both gone on from one: what is told to one of them only is in
	 * the joined one, in any order.
	 */
	@Test
	void joiningCopiesOfASheetIsFoldingWhatBothWereTold() {
		int joined = 0;
		for (int i = 0; i < HISTORIES / 5; i++) {
			List<Envelope> history = this.histories.next();
			Documents common = fillIn(Documents.of(history.subList(0, history.size() / 3)));
			List<Envelope> told = history.subList(history.size() / 3, history.size());
			Documents one = common.copy().fold(told.stream().filter((each) -> this.random.nextInt(3) > 0).toList());
			Documents two = common.copy().fold(told);
			for (String interview : one.interviews()) {
				InterviewSheet expected = two.sheet(interview);
				InterviewSheet sheet = one.sheet(interview);
				assertThat(sheet.joined(expected)).as("%s", history).isEqualTo(expected);
				assertThat(expected.joined(sheet)).as("%s", history).isSameAs(expected);
				joined++;
			}
		}
		assertThat(joined).isGreaterThan(HISTORIES / 5);
	}

	private static boolean remembered(Contribution contribution, @Nullable Instant forgottenAt) {
		return forgottenAt == null
				|| (contribution.at().isAfter(forgottenAt) && contribution.about().isAfter(forgottenAt));
	}

	private Documents fillIn(Documents documents) {
		for (String id : documents.interviews()) {
			Instant now = given(documents.sheet(id));
			for (Serving serving : documents.sheet(id).sheet().served()) {
				accept(documents, id, Scoring.rate(documents.sheet(id), serving.questionId(), "p-1",
						new RatingContent(2, true, List.of("count"), "Hm."), now));
			}
			accept(documents, id, Scoring.recommend(documents.sheet(id), "p-1",
					new RecommendationContent(Overall.NO_DECISION, null), now));
		}
		return documents;
	}

	/**
	 * Some time, but nobody rates before an event that is already known to forget.
	 */
	private Instant given(InterviewSheet sheet) {
		Instant time = Interviews.minute(this.random.nextInt(14));
		Instant forgottenAt = sheet.forgottenAt();
		return (forgottenAt != null && !time.isAfter(forgottenAt)) ? forgottenAt.plusSeconds(1) : time;
	}

	private static <T extends Contribution> void accept(Documents documents, String id, Outcome<T> outcome) {
		if (outcome instanceof Outcome.Accepted<T> accepted) {
			documents.put(id, accepted.sheet());
		}
	}

	private List<Envelope> disturbed(List<Envelope> history) {
		List<Envelope> disturbed = new ArrayList<>(history);
		for (int i = this.random.nextInt(3); i > 0 && !history.isEmpty(); i--) {
			disturbed.add(history.get(this.random.nextInt(history.size())));
		}
		Collections.shuffle(disturbed, this.random);
		return disturbed;
	}

	private static @Nullable Instant forgottenAt(List<Envelope> history) {
		return history.stream()
			.filter((each) -> each.event() instanceof CandidateForgotten)
			.map(Envelope::occurredAt)
			.max(Comparator.naturalOrder())
			.orElse(null);
	}

	private static List<Envelope> alive(List<Envelope> history) {
		Instant forgottenAt = forgottenAt(history);
		return history.stream()
			.filter((each) -> forgottenAt == null || each.occurredAt().isAfter(forgottenAt))
			.toList();
	}

	/**
	 * The rules once more, over the whole history at once.
	 */
	private static @Nullable Candidate candidate(List<Envelope> history) {
		return history.stream().noneMatch((each) -> Documents.isOfPerson(each.event())) ? null
				: new Candidate("cand-1", forgottenAt(history), max(all(alive(history), SheetFoldTests::person)));
	}

	private static Map<String, InterviewSheet> sheets(List<Envelope> history) {
		Map<String, InterviewSheet> sheets = new TreeMap<>();
		history.stream()
			.filter((each) -> !Documents.isOfPerson(each.event()))
			.map((each) -> each.event().subject())
			.forEach((interview) -> sheets.put(interview,
					new InterviewSheet("cand-1", forgottenAt(history), expected(interview, alive(history)))));
		return sheets;
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
