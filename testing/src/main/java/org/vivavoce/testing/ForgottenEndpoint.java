package org.vivavoce.testing;

import java.lang.reflect.Method;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * An endpoint that somebody adds to a service, and gives no access rule.
 */
public final class ForgottenEndpoint {

	private static final String PATH = "/api/v1/forgotten";

	private static final String[] EVERY_SCOPE = { "questions:read", "questions:write", "interviews:read",
			"interviews:write", "reports:read", "metrics:read", "admin" };

	private ForgottenEndpoint() {
	}

	/**
	 * What a service answers a caller with every scope who finds the endpoint.
	 */
	public static HttpStatusCode answer(RequestMappingHandlerMapping endpoints, int port) {
		RequestMappingInfo mapping = RequestMappingInfo.paths(PATH).methods(RequestMethod.GET).build();
		endpoints.registerMapping(mapping, new ForgottenEndpoint(), method());
		try {
			return WebTestClient.bindToServer()
				.baseUrl("http://localhost:" + port)
				.defaultHeaders((headers) -> headers.setBearerAuth(Tokens.of("root", EVERY_SCOPE)))
				.build()
				.get()
				.uri(PATH)
				.exchange()
				.returnResult(Void.class)
				.getStatus();
		}
		finally {
			endpoints.unregisterMapping(mapping);
		}
	}

	private static Method method() {
		try {
			return ForgottenEndpoint.class.getDeclaredMethod("open");
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

	ResponseEntity<Void> open() {
		return ResponseEntity.noContent().build();
	}

}
