package org.vivavoce.question.importing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.question.Api;
import org.vivavoce.question.Api.Answer;
import org.vivavoce.question.QuestionServiceTest;
import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.ParseResult;
import org.vivavoce.question.document.yaml.YamlReader;
import org.vivavoce.question.hub.OwnerRepository;
import org.vivavoce.question.hub.QuestionIndexer;
import org.vivavoce.question.hub.QuestionRepository;
import org.vivavoce.question.set.QuestionSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.SampleSets.set;

@QuestionServiceTest
class ShippedSetIntegrationTests {

	private static final List<String> IDS = ShippedSetTests.IDS;

	@LocalServerPort
	private int port;

	private final DocumentReader reader = new DocumentReader();

	@Autowired
	private AggregateStore<QuestionSet> sets;

	@Autowired
	private QuestionIndexer listing;

	@Autowired
	private QuestionRepository questions;

	@Autowired
	private ReactiveMongoDatabaseFactory databases;

	@ParameterizedTest
	@FieldSource("IDS")
	void everySetThatShipsIsThereAfterAStart(String id) {
		Answer answer = Api.admin(this.port).get("/question-sets/" + id);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.<Integer>at("$.questions")).isEqualTo(24);
		assertThat(answer.<List<String>>at("$.levels[*].level")).containsExactly("junior", "mid", "senior");
		assertThat(answer.<List<Integer>>at("$.levels[*].questions")).containsExactly(8, 8, 8);
		assertThat(answer.<List<Integer>>at("$..items[*].revision")).hasSize(24).containsOnly(1);
		assertThat(Api.admin(this.port).get("/questions?limit=200&set=" + id).<List<String>>at("$.items[*].id"))
			.hasSize(24);
	}

	@Test
	void aSetWhoseQuestionsAnImportedSetHasIsLeftOutAndTheOthersAreLoaded() {
		Api.admin(this.port).importYaml("", set("theirs", "mid", "shared-1"));
		starting(set("ours", "mid", "ours-1", "shared-1"), set("beside", "mid", "beside-1")).prepare().block();
		assertThat(Api.admin(this.port).get("/question-sets/ours").status()).isEqualTo(404);
		assertThat(Api.admin(this.port).get("/questions/shared-1").<String>at("$.technology")).isEqualTo("theirs");
		assertThat(Api.admin(this.port).get("/question-sets/beside").status()).isEqualTo(200);
	}

	@AfterEach
	void stopReading() {
		this.reader.destroy();
	}

	private SetImporter starting(String... shipped) {
		return new SetImporter(this.sets, this.listing, new OwnerRepository(this.databases), this.questions,
				List.of(shipped).stream().map(ShippedSetIntegrationTests::draft).toList(), this.reader,
				Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)));
	}

	private static QuestionSetDraft draft(String document) {
		return ((ParseResult.Accepted) YamlReader.read(document.getBytes(StandardCharsets.UTF_8),
				DocumentOverrides.NONE))
			.draft();
	}

}
