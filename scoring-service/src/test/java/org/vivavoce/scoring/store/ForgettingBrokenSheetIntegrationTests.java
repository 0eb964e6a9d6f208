package org.vivavoce.scoring.store;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.scoring.ScoringTest;
import org.vivavoce.scoring.sheet.Candidate;
import org.vivavoce.scoring.sheet.InterviewSheet;
import org.vivavoce.scoring.sheet.Scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.scoring.Interviews.minute;

@ScoringTest
class ForgettingBrokenSheetIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	@Autowired
	private ReactiveMongoDatabaseFactory databases;

	@Autowired
	private AggregateStore<InterviewSheet> sheets;

	@Autowired
	private Forgetting forgetting;

	@Test
	void aSheetThatCannotBeReadKeepsNoOtherFromBeingForgotten() {
		new FormerRelease(this.databases).insert("sheets", new Document("_id", "torn-1").append("guard", 1L)
			.append("state", new Document("candidateId", "torn").append("sheet", "torn")));
		InterviewSheet whole = FormerRelease.filledIn("torn-2", "torn", 0, new Random(3));
		this.sheets.saveAll(List.of(new Stored<>("torn-2", 0, whole))).block(LONG);
		this.forgetting.inSheetsOf(List.of(new Stored<>("torn", 1, new Candidate("torn", minute(90), null))))
			.block(LONG);
		assertThat(Scoring.forgotten(Objects.requireNonNull(this.sheets.find("torn-2").block(LONG)).state())).isTrue();
	}

}
