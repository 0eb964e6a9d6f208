package org.vivavoce.question.importing;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.test.web.server.LocalServerPort;

import org.vivavoce.question.Api;
import org.vivavoce.question.Api.Answer;
import org.vivavoce.question.QuestionServiceTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.SampleSets.set;

@QuestionServiceTest
class ImportConditionIntegrationTests {

	@LocalServerPort
	private int port;

	private Api api = Api.admin(0);

	@BeforeEach
	void signIn() {
		this.api = Api.admin(this.port);
	}

	@Test
	void theSameKeyGivesTheFirstAnswerAndAnotherBodyIsAConflict() {
		String document = set("idem", "mid", "idem-1");
		Answer first = this.api.importYaml("", document, "Idempotency-Key", "k-1");
		Answer again = this.api.importYaml("", document, "Idempotency-Key", "k-1");
		assertThat(again.status()).isEqualTo(first.status()).isEqualTo(201);
		assertThat(again.json().<Map<String, Object>>read("$")).isEqualTo(first.json().read("$"));
		assertThat(this.api.importYaml("", document + "\n", "Idempotency-Key", "k-1").status()).isEqualTo(409);
		assertThat(this.api.importYaml("?technology=idem", document, "Idempotency-Key", "k-1").status()).isEqualTo(409);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/yaml" })
	void anImportMayInsistOnTheSetThatWasRead(String format) {
		String name = "match-" + format.substring(12);
		this.api.importYaml("", set(name, "mid", name + "-1=One?"));
		String read = this.api.get("/question-sets/" + name, "Accept", format).header("ETag");
		Answer matched = this.api.importYaml("", set(name, "mid", name + "-1=Two?"), "If-Match", "\"x\", " + read);
		assertThat(matched.status()).isEqualTo(201);
		Answer stale = this.api.importYaml("", set(name, "mid", name + "-1=Three?"), "If-Match", read);
		assertThat(stale.status()).isEqualTo(412);
		assertThat(stale.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(this.api.importYaml("", set(name, "mid", name + "-1=Two?"), "If-Match", read).status())
			.isEqualTo(412);
		assertThat(this.api.get("/questions/" + name + "-1").<String>at("$.prompt")).isEqualTo("Two?");
		Answer any = this.api.importYaml("", set(name, "mid", name + "-1=Four?"), "If-Match", "*");
		assertThat(any.status()).isEqualTo(201);
	}

	@Test
	void anImportMayInsistThatTheSetIsThereOrNot() {
		String document = set("fresh", "mid", "fresh-1");
		assertThat(this.api.importYaml("", document, "If-Match", "*").status()).isEqualTo(412);
		assertThat(this.api.importYaml("", document, "If-Match", "\"1\"").status()).isEqualTo(412);
		assertThat(this.api.get("/question-sets/fresh").status()).isEqualTo(404);
		assertThat(this.api.importYaml("?id=fresh-other", document).status()).isEqualTo(201);
		String other = set("fresh", "mid", "fresh-2");
		assertThat(this.api.importYaml("", other, "If-None-Match", "*").status()).isEqualTo(201);
		assertThat(this.api.importYaml("", other, "If-None-Match", "*").status()).isEqualTo(412);
	}

	@ParameterizedTest
	@CsvSource({ "only-match, If-Match, '\"1\"', 2", "only-new, If-None-Match, *, 1" })
	void ofImportsAtTheSameTimeOnlyOnePasses(String name, String header, String value, int revision) {
		if (revision > 1) {
			this.api.importYaml("", set(name, "mid", name + "-0"));
		}
		List<Integer> answers = Flux.range(1, 12)
			.flatMap((number) -> Mono.fromCallable(
					() -> this.api.importYaml("", set(name, "mid", name + "-0=Try " + number), header, value).status())
				.subscribeOn(Schedulers.boundedElastic()), 12)
			.collectList()
			.block();
		assertThat(answers).isNotNull().containsOnly(201, 412).containsOnlyOnce(201);
		assertThat(this.api.get("/question-sets/" + name).<Integer>at("$.revision")).isEqualTo(revision);
	}

}
