package org.vivavoce.platform.web;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Parameter;

import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * Refuses parameters that an API's method does not declare: a misspelt filter must not
 * show everything as if it were what was asked for. Called before each handler method, so
 * that none can be forgotten. Pages take addresses that anything may have been appended
 * to, and are left alone.
 */
@ControllerAdvice
class RequestParameters {

	private static final String API = "/api/";

	private final Map<Method, Declared> declared = new ConcurrentHashMap<>();

	/**
	 * What a method takes.
	 *
	 * @param names of all parameters
	 * @param typed the types of those that are no single text
	 */
	record Declared(Set<String> names, Map<String, Class<?>> typed) {

		static Declared by(HandlerMethod handler) {
			Set<String> names = new TreeSet<>();
			Map<String, Class<?>> typed = new TreeMap<>();
			// parameters that are read together are named for the documentation
			Stream.of(handler.getMethod().getAnnotationsByType(Parameter.class))
				.map(Parameter::name)
				.forEach(names::add);
			for (MethodParameter parameter : handler.getMethodParameters()) {
				RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
				if (annotation == null || MultiValueMap.class.isAssignableFrom(parameter.getParameterType())) {
					continue;
				}
				String name = annotation.name().isEmpty() ? parameter.getParameter().getName() : annotation.name();
				names.add(name);
				if (parameter.getParameterType() != String.class) {
					typed.put(name, parameter.getParameterType());
				}
			}
			return new Declared(names, typed);
		}

	}

	/**
	 * @return a value, because Spring forgets the whole model where one of its methods
	 * has none
	 */
	@ModelAttribute("parametersAreKnown")
	boolean require(ServerWebExchange exchange) {
		if (!exchange.getRequest().getPath().value().startsWith(API) || !(exchange
			.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler)) {
			return true;
		}
		Declared known = this.declared.computeIfAbsent(handler.getMethod(), (method) -> Declared.by(handler));
		require(exchange.getRequest().getQueryParams(), known);
		return true;
	}

	static void require(MultiValueMap<String, String> given, Declared known) {
		List<String> unknown = new ArrayList<>(given.keySet());
		unknown.removeAll(known.names());
		if (!unknown.isEmpty()) {
			throw new ProblemException(ProblemTypes.MALFORMED,
					String.join(", ", unknown) + ": there is no such parameter; " + (known.names().isEmpty()
							? "there are none here" : "known are " + String.join(", ", known.names())));
		}
		known.typed().forEach((name, type) -> {
			List<String> values = given.getOrDefault(name, List.of());
			if (values.size() > 1 && type != List.class) {
				throw new ProblemException(ProblemTypes.MALFORMED, name + ": is there " + values.size() + " times");
			}
			for (String value : values) {
				ParameterSyntax.fault(type, (value != null) ? value : "").ifPresent((fault) -> {
					throw new ProblemException(ProblemTypes.MALFORMED, name + ": " + fault);
				});
			}
		});
	}

}
