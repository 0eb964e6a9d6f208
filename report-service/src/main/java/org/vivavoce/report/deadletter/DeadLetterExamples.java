package org.vivavoce.report.deadletter;

/**
 * Examples for the API's documentation.
 */
final class DeadLetterExamples {

	static final String PAGE = """
			{"items": [{"id": "answer-scored-3-17", "topic": "answer-scored", "partition": 3, "offset": 17,
			  "timestamp": "2026-05-04T08:00:00Z", "key": "c-ada", "kind": "missing-field:rating",
			  "reason": "field 'rating': required property 'rating' not found", "state": "waiting", "content": "kept",
			  "attempts": 1, "size": 412, "refusedAt": "2026-05-04T08:00:01Z",
			  "lastRefusedAt": "2026-05-04T08:00:01Z"}], "next": null}""";

	static final String LETTER = """
			{"id": "answer-scored-3-17", "topic": "answer-scored", "partition": 3, "offset": 17,
			 "timestamp": "2026-05-04T08:00:00Z", "key": "c-ada", "kind": "missing-field:rating",
			 "reason": "field 'rating': required property 'rating' not found", "state": "waiting", "content": "kept",
			 "attempts": 1, "size": 412, "refusedAt": "2026-05-04T08:00:01Z", "lastRefusedAt": "2026-05-04T08:00:01Z",
			 "explanation": {"title": "Field “rating” is missing", "readable": false, "advice": "Whoever writes to this topic has to keep its \
			schema…", "pointer": "/rating", "schema": "/docs/schemas/answer-scored.v1.json",
			  "expected": {"enum": [1, 2, 3, 4, null]}},
			 "record": {"key": {"text": "c-ada"}, "headers": [{"name": "ce_id", "value": {"text": "a1"}}],
			  "value": {"text": "{\\"candidateId\\": \\"c-ada\\"}"}},
			 "editable": false, "history": [{"what": "refused", "at": "2026-05-04T08:00:01Z",
			  "note": "field 'rating': required property 'rating' not found"}]}""";

	private DeadLetterExamples() {
	}

}
