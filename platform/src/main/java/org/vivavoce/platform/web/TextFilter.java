package org.vivavoce.platform.web;

import java.util.List;
import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import org.vivavoce.contracts.Texts;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * Refuses addresses whose parameters cannot be read, or are no text.
 */
final class TextFilter implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		MultiValueMap<String, String> parameters;
		try {
			parameters = exchange.getRequest().getQueryParams();
		}
		catch (IllegalArgumentException ex) {
			return Mono
				.error(new ProblemException(ProblemTypes.MALFORMED, "The query of the address cannot be decoded"));
		}
		for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
			if (Texts.fault(parameter.getKey()).isPresent()) {
				return Mono.error(new ProblemException(ProblemTypes.MALFORMED, "The name of a parameter is no text"));
			}
			for (String value : parameter.getValue()) {
				if (value != null && Texts.fault(value).isPresent()) {
					return Mono.error(new ProblemException(ProblemTypes.MALFORMED,
							parameter.getKey() + ": " + Texts.fault(value).orElseThrow()));
				}
			}
		}
		return chain.filter(exchange);
	}

}
