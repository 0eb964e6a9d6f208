package org.vivavoce.question;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@QuestionServiceTest
class OpenApiIntegrationTests {

	@LocalServerPort
	private int port;

	private DocumentContext document = JsonPath.parse("{}");

	@BeforeEach
	void read() {
		byte[] json = WebTestClient.bindToServer()
			.responseTimeout(Duration.ofSeconds(30))
			.baseUrl("http://localhost:" + this.port)
			.build()
			.get()
			.uri("/docs/question-service.json")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		this.document = JsonPath.parse(new String(Objects.requireNonNull(json), StandardCharsets.UTF_8));
	}

	@Test
	void describesEveryCallOfTheContract() {
		assertThat(this.document.<String>read("$.openapi")).startsWith("3.1");
		assertThat(this.document.<Map<String, Object>>read("$.paths")).containsOnlyKeys("/api/v1/question-sets",
				"/api/v1/question-sets/{id}", "/api/v1/question-sets/preview", "/api/v1/question-sets/-/findings",
				"/api/v1/question-sets/{id}/findings", "/api/v1/questions", "/api/v1/questions/{id}",
				"/api/v1/question-sets/{id}/drafts", "/api/v1/question-sets/{id}/retired",
				"/api/v1/questions/{id}/exposure", "/api/v1/questions/{id}/changes", "/api/v1/questions/{id}/revisions",
				"/api/v1/questions/{id}/draft", "/api/v1/questions/{id}/publish", "/api/v1/questions/{id}/retire",
				"/api/v1/questions/{id}/restore", "/api/v1/kits", "/api/v1/kits/{id}", "/api/v1/kits/{id}/versions",
				"/api/v1/kits/{id}/trial", "/api/v1/interviews", "/api/v1/interviews/{id}",
				"/api/v1/interviews/{id}/served", "/api/v1/interviews/{id}/close", "/api/v1/candidates/{id}",
				"/api/v1/audit/question-service", "/api/v1/outbox/question-service",
				"/api/v1/outbox/question-service/send-again");
	}

	@Test
	void everyCallHasAnIdOfItsOwn() {
		assertThat(this.document.<List<String>>read("$.paths.*.*.operationId")).hasSize(37)
			.doesNotHaveDuplicates()
			.allMatch((id) -> id.matches("[a-zA-Z]+"));
	}

	@Test
	void showsExamplesOfWhatIsSent() {
		assertThat(this.document.<Map<String, Object>>read(
				"$.paths['/api/v1/interviews'].post.requestBody.content" + "['application/json'].examples"))
			.containsOnlyKeys("usual plan", "counts", "kit");
		assertThat(this.document
			.<String>read("$.paths['/api/v1/question-sets'].post.requestBody.content['application/yaml'].example"))
			.contains("keyPoints:");
	}

	@Test
	void aPlanHasNoOtherFields() {
		assertThat(this.document.<Map<String, Object>>read("$.components.schemas.OpenInterviewPlan"))
			.containsEntry("additionalProperties", false);
		assertThat(this.document.<Map<String, Object>>read("$.components.schemas.OpenInterviewPlan.properties"))
			.containsOnlyKeys("counts", "questionIds", "kit", "kitVersion");
		assertThat(this.document.<Map<String, Object>>read("$.components.schemas.OpenInterviewCounts.properties"))
			.containsOnlyKeys("junior", "mid", "senior");
	}

	@Test
	void everyCallNamesItsScopeAndItsProblems() {
		List<Map<String, Object>> operations = this.document.read("$.paths.*.*");
		assertThat(operations).hasSize(37).allSatisfy((operation) -> {
			assertThat(operation.get("summary")).asString().isNotBlank();
			assertThat(operation.get("description")).asString().startsWith("Scope `");
			assertThat(operation.get("responses")).asInstanceOf(InstanceOfAssertFactories.MAP)
				.containsKeys("400", "401", "403", "406", "429", "503");
		});
		for (String write : List.of("post", "put", "delete")) {
			List<Map<String, Object>> responses = this.document.read("$.paths.*." + write + ".responses");
			assertThat(responses).isNotEmpty().allSatisfy((response) -> assertThat(response).containsKey("409"));
		}
	}

	@Test
	void whatACallTakesTellsWhatItMayRefuse() {
		assertThat(this.document.<Map<String, Object>>read("$.paths['/api/v1/questions/{id}'].put.responses"))
			.containsOnlyKeys("200", "400", "401", "403", "404", "406", "409", "412", "413", "415", "422", "429",
					"503");
		assertThat(this.document.<Map<String, Object>>read("$.paths['/api/v1/kits'].get.responses"))
			.containsOnlyKeys("200", "400", "401", "403", "406", "429", "503");
	}

	@Test
	void aReadOfOneThingSaysThatItsAnswerHasATag() {
		assertThat(this.document.<Map<String, Object>>read("$.paths['/api/v1/kits/{id}'].get.responses"))
			.containsKey("304");
		assertThat(this.document.<Map<String, Object>>read("$.paths['/api/v1/kits/{id}'].get.responses['200'].headers"))
			.containsKey("ETag");
	}

	@Test
	void whatIsValidatedIsDescribed() {
		assertThat(this.document.<Map<String, Object>>read("$.components.schemas.OpenInterview.properties.role"))
			.containsEntry("minLength", 1)
			.containsEntry("maxLength", 200)
			.containsKey("pattern");
		Map<String, Object> externalIds = this.document
			.read("$.components.schemas.OpenInterviewCandidate.properties.externalIds");
		assertThat(externalIds).containsEntry("maxProperties", 20).containsKey("propertyNames");
		List<Map<String, Object>> limits = this.document
			.read("$.paths['/api/v1/kits'].get.parameters[?(@.name == 'limit')].schema");
		assertThat(limits).singleElement(InstanceOfAssertFactories.MAP)
			.containsEntry("minimum", 1)
			.containsEntry("maximum", 200);
	}

}
