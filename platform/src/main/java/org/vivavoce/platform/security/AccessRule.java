package org.vivavoce.platform.security;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.http.HttpMethod;

/**
 * Who may call some endpoints of a service.
 *
 * @param method GET stands for HEAD as well
 * @param scopes one of them is required; none for whoever is signed in
 */
public record AccessRule(HttpMethod method, List<String> paths, List<String> scopes) {

	public AccessRule {
		paths = List.copyOf(paths);
		scopes = List.copyOf(scopes);
	}

	/**
	 * For callers with a scope.
	 */
	public static AccessRule scope(String scope, HttpMethod method, String... paths) {
		return new AccessRule(method, Arrays.asList(paths), List.of(scope));
	}

	/**
	 * For every caller with a token: what the answer is depends on data that only the
	 * endpoint knows, such as who is on a panel.
	 */
	public static AccessRule signedIn(HttpMethod method, String... paths) {
		return new AccessRule(method, Arrays.asList(paths), List.of());
	}

	List<HttpMethod> methods() {
		return Stream.of(this.method, HttpMethod.HEAD)
			.filter((each) -> each == this.method || this.method == HttpMethod.GET)
			.toList();
	}

}
