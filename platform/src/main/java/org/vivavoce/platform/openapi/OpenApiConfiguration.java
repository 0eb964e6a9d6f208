package org.vivavoce.platform.openapi;

import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import org.vivavoce.platform.security.Caller;

/**
 * The OpenAPI document of every service.
 */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
		SpringDocUtils.getConfig().replaceWithSchema(JsonNode.class, new Schema<>());
	}

	@Bean
	OpenApiCustomizer apiDocs(@Value("${spring.application.name}") String service, AnswerSchemas answers) {
		return new ApiDocs(service, answers);
	}

	@Bean
	@Order(1)
	AnswerSchemas answerSchemas() {
		return new AnswerSchemas();
	}

	@Bean
	@Order(2)
	OperationCustomizer parameterBounds() {
		return new ParameterBounds();
	}

	@Bean
	@Order(3)
	OperationCustomizer entityTags() {
		return new EntityTags();
	}

	@Bean
	@Order(4)
	OperationCustomizer problemAnswers() {
		return new ProblemAnswers();
	}

	@Bean
	RecordSchemas recordSchemas() {
		return new RecordSchemas();
	}

}
