package org.vivavoce.report.deadletter;

import reactor.core.publisher.Mono;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import org.vivavoce.contracts.EventCodec;

/**
 * Letters as the API answers them.
 */
@Component
final class DeadLetterResponses {

	private final DeadLetterService service;

	private final Explanations explanations;

	private final DeadLetterProperties properties;

	DeadLetterResponses(DeadLetterService service, EventCodec codec, DeadLetterProperties properties) {
		this.service = service;
		this.explanations = new Explanations(codec.topics());
		this.properties = properties;
	}

	Mono<ResponseEntity<DeadLetterResponse>> of(String id) {
		return this.service.open(id)
			.map((opened) -> ResponseEntity.ok()
				.eTag(opened.letter().tag())
				.body(DeadLetterResponse.of(opened, this.explanations.explain(opened.letter(), opened.breach()),
						this.properties.editable())));
	}

}
