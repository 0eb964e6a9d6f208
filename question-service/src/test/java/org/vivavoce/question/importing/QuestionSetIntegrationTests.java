package org.vivavoce.question.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

import org.vivavoce.question.Api;
import org.vivavoce.question.Api.Answer;
import org.vivavoce.question.QuestionServiceTest;
import org.vivavoce.question.document.DocumentFormat;
import org.vivavoce.question.hub.HubExamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.SampleSets.set;

@QuestionServiceTest
class QuestionSetIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private SetImporter imports;

	private Api api = Api.admin(0);

	@BeforeEach
	void signIn() {
		this.api = Api.admin(this.port);
	}

	@Test
	void whatUsersChangedOutlivesAStart() {
		this.api.importYaml("", set("keep", "mid", "keep-1"));
		String django = this.api.get("/question-sets/django", "Accept", "application/yaml").body();
		Answer changed = this.api.importYaml("", django.replace("title: Django", "title: Django at ours"));
		assertThat(changed.status()).isEqualTo(201);
		this.imports.prepare().block();
		assertThat(this.api.get("/question-sets/django").<String>at("$.title")).isEqualTo("Django at ours");
		assertThat(this.api.importYaml("", django).status()).isEqualTo(201);
	}

	@Test
	void importsASetAndAnswersItInNumbers() {
		Answer answer = this.api.importYaml("", set("Import", "mid", "import-1", "import-2"));
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.header("Location")).isEqualTo("/api/v1/question-sets/import");
		assertThat(answer.header("ETag")).isEqualTo("\"1\"");
		assertThat(answer.<Map<String, Object>>at("$")).containsEntry("id", "import")
			.containsEntry("technology", "import")
			.containsEntry("revision", 1)
			.containsEntry("questions", 2);
		assertThat(answer.<Map<String, Object>>at("$.levels[0]")).containsEntry("level", "mid")
			.containsEntry("experience", "2–5 years")
			.containsEntry("focus", "everything")
			.containsEntry("questions", 2);
	}

	@Test
	void theSameContentAgainKeepsItsRevision() {
		String document = set("same", "mid", "same-1");
		assertThat(this.api.importYaml("", document).status()).isEqualTo(201);
		Answer again = this.api.importYaml("", "# a comment\n" + document);
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.<Integer>at("$.revision")).isEqualTo(1);
	}

	@Test
	void aChangedQuestionGetsARevisionAndTheOldOneStaysReadable() {
		this.api.importYaml("", set("rev", "mid", "rev-1=Old?", "rev-2"));
		Answer changed = this.api.importYaml("", set("rev", "mid", "rev-1=New?", "rev-2"));
		assertThat(changed.status()).isEqualTo(201);
		assertThat(changed.<Integer>at("$.revision")).isEqualTo(2);
		assertThat(this.api.get("/questions/rev-1").<String>at("$.prompt")).isEqualTo("New?");
		assertThat(this.api.get("/questions/rev-1").<Integer>at("$.revision")).isEqualTo(2);
		assertThat(this.api.get("/questions/rev-1?revision=1").<String>at("$.prompt")).isEqualTo("Old?");
		assertThat(this.api.get("/questions/rev-1?revision=3").status()).isEqualTo(404);
		assertThat(this.api.get("/questions?set=rev").<List<Integer>>at("$.items[*].revision")).containsExactly(2, 1);
	}

	@Test
	void aQuestionThatLeftItsSetIsNotListedButReadable() {
		this.api.importYaml("", set("leave", "mid", "leave-1", "leave-2"));
		this.api.importYaml("", set("leave", "mid", "leave-2"));
		assertThat(this.api.get("/questions?set=leave").<List<String>>at("$.items[*].id")).containsExactly("leave-2");
		assertThat(this.api.get("/questions/leave-1").status()).isEqualTo(200);
		this.api.importYaml("", set("leave", "mid", "leave-1", "leave-2"));
		assertThat(this.api.get("/questions?set=leave").<List<Integer>>at("$.items[*].revision")).containsExactly(2, 1);
	}

	@Test
	void faultsAreAnsweredWithTheirLinesAndNothingIsStored() {
		Answer answer = this.api.importYaml("", set("faulty", "guru", "faulty-1").replace("redFlag", "redflag"));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.<String>at("$.type")).isEqualTo("https://vivavoce.org/problems/invalid");
		assertThat(answer.errors()).extracting((error) -> error.replaceAll(":.*", "")).containsExactly("3", "6", "10");
		assertThat(this.api.get("/question-sets/faulty").status()).isEqualTo(404);
		assertThat(this.api.get("/questions/faulty-1").status()).isEqualTo(404);
		assertThat(this.api.importYaml("?id=other", set("faulty", "mid", "faulty-1")).status()).isEqualTo(201);
	}

	@Test
	void aQuestionBelongsToOneSet() {
		this.api.importYaml("", set("owner", "mid", "owner-1", "owner-2"));
		Answer answer = this.api.importYaml("?id=thief", set("owner", "mid", "thief-1", "owner-2"));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.errors()).containsExactly("14: the question id 'owner-2' belongs to the set 'owner'");
		assertThat(this.api.get("/question-sets/thief").status()).isEqualTo(404);
		assertThat(this.api.importYaml("?id=honest", set("owner", "mid", "thief-1")).status()).isEqualTo(201);
	}

	@Test
	void aSetStaysWithItsTechnology() {
		this.api.importYaml("", set("stays", "mid", "stays-1"));
		Answer answer = this.api.importYaml("?id=stays", set("goes", "mid", "goes-1"));
		assertThat(answer.errors()).singleElement()
			.asString()
			.startsWith("1: the set 'stays' is about 'stays', not 'goes';");
	}

	@Test
	void theCallerNamesTechnologyAndSetWhereTheDocumentDoesNot() {
		String document = set("x", "mid", "named-1").replace("technology: x\n", "");
		Answer answer = this.api.importYaml("?technology=Named&id=named-extra", document);
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.<String>at("$.id")).isEqualTo("named-extra");
		assertThat(answer.<String>at("$.technology")).isEqualTo("named");
		assertThat(this.api.importYaml("?technology=other", set("x", "mid", "named-2")).status()).isEqualTo(422);
	}

	@Test
	void importsAtTheSameTimeShowTheLastRevision() {
		List<Answer> answers = Flux.range(1, 12)
			.flatMap((number) -> Mono
				.fromCallable(
						() -> this.api.importYaml("", set("race", "mid", "race-" + number, "race-0=Try " + number)))
				.subscribeOn(Schedulers.boundedElastic()), 12)
			.collectList()
			.block();
		assertThat(answers).isNotNull().allMatch((answer) -> answer.status() == 201);
		List<String> current = this.api.get("/question-sets/race").at("$..items[*].id");
		assertThat(this.api.get("/question-sets/race").<Integer>at("$.revision")).isEqualTo(12);
		assertThat(this.api.get("/questions?set=race").<List<String>>at("$.items[*].id"))
			.containsExactlyElementsOf(current);
		assertThat(this.api.get("/questions/race-0").<Integer>at("$.revision")).isEqualTo(12);
	}

	@Test
	void anExportIsImportedAsTheSameContent() {
		Answer yaml = this.api.get("/question-sets/django", "Accept", "application/yaml");
		assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
		assertThat(yaml.body()).startsWith("id: django\ntechnology: django\n");
		assertThat(this.api.importYaml("", yaml.body()).status()).isEqualTo(200);
	}

	@Test
	void noSetHasTheIdThatStandsForAllOfThem() {
		assertThat(this.api.importYaml("?id=-", set("dash", "mid", "dash-1")).errors()).singleElement()
			.asString()
			.contains("stands for all sets");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/yaml", "text/csv", "text/markdown" })
	void anExportInAnyFormatIsImportedAsTheSameContent(String type) {
		Answer read = this.api.get("/question-sets/kafka", "Accept", type);
		Answer again = this.api.send(HttpMethod.POST, "/question-sets", type, read.body(), "If-Match",
				read.header("ETag"));
		assertThat(again.status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "text/csv, CSV", "text/markdown, MARKDOWN", "text/plain, TEXT" })
	void importsTheExamplesOfEachFormat(String type, String name) {
		String document = switch (DocumentFormat.valueOf(name)) {
			case CSV -> HubExamples.CSV;
			case MARKDOWN -> HubExamples.MARKDOWN;
			default -> HubExamples.TEXT;
		};
		String technology = "formats-" + name.toLowerCase(Locale.ROOT);
		String renamed = document.replaceAll("(?i)django", technology);
		Answer answer = this.api.send(HttpMethod.POST, "/question-sets", type, renamed);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		assertThat(answer.<Integer>at("$.questions")).isEqualTo(1);
		assertThat(this.api.send(HttpMethod.POST, "/question-sets", type, renamed).status()).isEqualTo(200);
		assertThat(this.api.send(HttpMethod.POST, "/question-sets?technology=other", type, renamed).status())
			.isEqualTo(422);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			*/*                                   | application/json
			application/json                      | application/json
			text/yaml                             | application/yaml
			application/x-yaml                    | application/yaml
			application/json;q=0.5, text/yaml     | application/yaml
			text/html, application/yaml, */*;q=0.1 | application/yaml
			text/csv                              | text/csv;charset=UTF-8
			text/markdown, application/json;q=0.9 | text/markdown;charset=UTF-8
			""")
	void theFormatFollowsTheAcceptHeader(String accept, String expected) {
		assertThat(this.api.get("/question-sets/django", "Accept", accept).header("Content-Type")).startsWith(expected);
	}

	@Test
	void anUnknownFormatIsNotAcceptable() {
		assertThat(this.api.get("/question-sets/django", "Accept", "image/png").status()).isEqualTo(406);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-yaml", "text/yaml", "application/yaml;charset=UTF-8" })
	void acceptsTheNamesOfYaml(String type) {
		String document = set("types", "mid", "types-1");
		assertThat(this.api.send(HttpMethod.POST, "/question-sets", type, document).status()).isIn(200, 201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "text/html", "application/octet-stream" })
	void refusesOtherMediaTypes(String type) {
		Answer answer = this.api.send(HttpMethod.POST, "/question-sets", type, "{}");
		assertThat(answer.status()).isEqualTo(415);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
	}

	@Test
	void refusesAnEmptyDocumentAndOneThatIsNotUtf8() {
		assertThat(this.api.importYaml("", "").errors()).containsExactly("1: the document is empty");
		byte[] latin = "technology: x\ntitle: café\n".getBytes(StandardCharsets.ISO_8859_1);
		assertThat(this.api.send(HttpMethod.POST, "/question-sets", "application/yaml", latin).errors())
			.containsExactly("2: this is not UTF-8");
	}

	@Test
	void takesDocumentsUpToFiveMebibytes() {
		String document = set("large", "mid", "large-1");
		String comment = ("#".repeat(1023) + "\n").repeat(5 * 1024);
		String large = comment.substring(document.length()) + document;
		assertThat(this.api.importYaml("", large).status()).isEqualTo(201);
		Answer tooLarge = this.api.importYaml("", large + " ");
		assertThat(tooLarge.status()).isEqualTo(413);
		assertThat(tooLarge.header("Content-Type")).isEqualTo("application/problem+json");
	}

	@Test
	void setsAreListedInPages() {
		this.api.importYaml("", set("page-a", "mid", "page-a-1"));
		this.api.importYaml("", set("page-b", "mid", "page-b-1"));
		List<String> ids = new ArrayList<>();
		String cursor = "";
		do {
			Answer page = this.api.get("/question-sets?limit=1" + cursor);
			ids.addAll(page.<List<String>>at("$.items[*].id"));
			String next = page.at("$.next");
			cursor = (next != null) ? "&cursor=" + next : "";
		}
		while (!cursor.isEmpty());
		assertThat(ids).isSorted().doesNotHaveDuplicates().contains("django", "page-a", "page-b");
		assertThat(this.api.get("/question-sets").<List<Object>>at("$.items[0].levels")).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/question-sets/django", "/questions/django-mtv" })
	void whatDidNotChangeIsNotSentAgain(String path) {
		String tag = this.api.get(path).header("ETag");
		assertThat(this.api.get(path, "If-None-Match", tag).status()).isEqualTo(304);
		assertThat(this.api.get(path, "If-None-Match", "*").status()).isEqualTo(304);
		assertThat(this.api.get(path, "If-None-Match", "\"other\"").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/questions?level=expert", "/questions?limit=0", "/questions?limit=201",
			"/questions?cursor=nonsense", "/question-sets?cursor=WyJhIiwiYiJd", "/questions/django-mtv?revision=x" })
	void refusesQueriesThatCannotBeRead(String path) {
		Answer answer = this.api.get(path);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
	}

	@Test
	void everyCallNeedsItsScope() {
		Api nobody = Api.as(this.port, "nobody", "interviews:write", "interviews:read", "reports:read");
		assertThat(nobody.get("/question-sets").status()).isEqualTo(403);
		assertThat(nobody.get("/question-sets/django").status()).isEqualTo(403);
		assertThat(nobody.get("/questions").status()).isEqualTo(403);
		assertThat(nobody.get("/questions/django-mtv").status()).isEqualTo(403);
		Api reader = Api.as(this.port, "reader", "questions:read");
		assertThat(reader.importYaml("", set("scope", "mid", "scope-1")).status()).isEqualTo(403);
		assertThat(reader.importYaml("", "nonsense").status()).isEqualTo(403);
		assertThat(reader.send(HttpMethod.POST, "/question-sets", "text/html", "x").status()).isEqualTo(403);
		assertThat(reader.get("/questions").status()).isEqualTo(200);
	}

}
