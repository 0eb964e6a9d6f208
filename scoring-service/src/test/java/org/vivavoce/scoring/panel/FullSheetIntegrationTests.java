package org.vivavoce.scoring.panel;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.util.unit.DataSize;

import org.vivavoce.contracts.Overall;
import org.vivavoce.platform.outbox.Envelopes;
import org.vivavoce.platform.outbox.OutboxRelay;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.store.Indexes;
import org.vivavoce.platform.store.StoreProperties;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.scoring.ScoringTest;
import org.vivavoce.scoring.sheet.Candidate;
import org.vivavoce.scoring.sheet.InterviewSheet;
import org.vivavoce.scoring.sheet.Outcome;
import org.vivavoce.scoring.sheet.Rating;
import org.vivavoce.scoring.sheet.RatingContent;
import org.vivavoce.scoring.sheet.Scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.scoring.Interviews.envelope;
import static org.vivavoce.scoring.Interviews.minute;
import static org.vivavoce.scoring.Interviews.served;

@ScoringTest
class FullSheetIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Precondition NONE = new Precondition(null, null);

	@Autowired
	private AggregateStore<InterviewSheet> sheets;

	@Autowired
	private AggregateStore<Candidate> candidates;

	@Autowired
	private ReactiveMongoDatabaseFactory databases;

	@Autowired
	private Envelopes envelopes;

	@Autowired
	private OutboxRelay relay;

	@Autowired
	private Indexes indexes;

	@Autowired
	private Clock clock;

	@Test
	void whoeverWritesIntoAFullSheetIsToldSoAndNothingIsLost() {
		InterviewSheet full = withNotes("n".repeat(66_000));
		this.sheets.saveAll(List.of(new Stored<>("int-full", 0, full))).block(LONG);
		ScoreSheets small = new ScoreSheets(
				new AggregateStores(this.databases, this.envelopes, this.relay, this.indexes, this.clock,
						new StoreProperties(DataSize.ofKilobytes(64)))
					.at(Mono.just("sheets"), InterviewSheet.class),
				this.candidates, this.clock);
		RatingRequest rating = new RatingRequest(JsonNodeFactory.instance.numberNode(3), false, null, null);
		for (Mono<?> refused : List.of(small.rate("int-full", "q-1", "interviewer-2", rating, NONE),
				small.recommend("int-full", "interviewer-2", new RecommendationRequest(Overall.YES, null), NONE))) {
			StepVerifier.create(refused).expectErrorSatisfies((failure) -> {
				ProblemException problem = (ProblemException) failure;
				assertThat(problem.type().status().value()).isEqualTo(413);
				assertThat(problem.type().title()).isEqualTo("The score sheet is full");
				assertThat(problem.detail())
					.isEqualTo("The score sheet of interview 'int-full' is full, and nothing was"
							+ " saved. What is in it stays. Shorter notes need less room");
			}).verify(LONG);
		}
		assertThat(Objects.requireNonNull(this.sheets.find("int-full").block(LONG)).state()).isEqualTo(full);
	}

	private static InterviewSheet withNotes(String notes) {
		InterviewSheet asked = InterviewSheet.fold(null, envelope(served("int-full", "cand-full", 1, "q-1", 5)));
		Outcome<Rating> given = Scoring.rate(asked, "q-1", "interviewer-1",
				new RatingContent(3, false, List.of(), notes), minute(6));
		return ((Outcome.Accepted<Rating>) given).sheet();
	}

}
