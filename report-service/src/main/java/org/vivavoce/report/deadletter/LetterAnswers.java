package org.vivavoce.report.deadletter;

import reactor.core.publisher.Mono;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import org.vivavoce.contracts.EventCodec;

/**
 * Letters as the API answers them.
 */
@Component
final class LetterAnswers {

	private final LetterDesk desk;

	private final Explaining explaining;

	private final DeadLetterProperties properties;

	LetterAnswers(LetterDesk desk, EventCodec codec, DeadLetterProperties properties) {
		this.desk = desk;
		this.explaining = new Explaining(codec.topics());
		this.properties = properties;
	}

	Mono<ResponseEntity<LetterResponse>> of(String id) {
		return this.desk.open(id)
			.map((opened) -> ResponseEntity.ok()
				.eTag(opened.letter().tag())
				.body(LetterResponse.of(opened, this.explaining.explain(opened.letter(), opened.breach()),
						this.properties.editable())));
	}

}
