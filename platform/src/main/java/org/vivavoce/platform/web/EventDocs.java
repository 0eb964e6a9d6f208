package org.vivavoce.platform.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The description of the events, as the contracts publish it: the AsyncAPI document and,
 * where its references lead, the JSON Schemas.
 */
@Configuration(proxyBeanMethods = false)
public class EventDocs {

	/**
	 * The AsyncAPI document.
	 */
	public static final String ASYNC_API = "/docs/asyncapi.yaml";

	private static final String PUBLISHED = "org/vivavoce/contracts/";

	@Bean
	RouterFunction<ServerResponse> eventDocuments() {
		return RouterFunctions
			.resource(RequestPredicates.path(ASYNC_API), new ClassPathResource(PUBLISHED + "asyncapi.yaml"),
					(resource, headers) -> headers.setContentType(MediaType.APPLICATION_YAML))
			.and(RouterFunctions.resources("/docs/schemas/**", new ClassPathResource(PUBLISHED + "schemas/")));
	}

}
