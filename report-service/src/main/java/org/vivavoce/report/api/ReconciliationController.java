package org.vivavoce.report.api;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.platform.projection.Reconciliation;
import org.vivavoce.platform.reconciliation.Tally;
import org.vivavoce.report.generation.GenerationName;
import org.vivavoce.report.projection.Rebuilds;

/**
 * What the scorecards hold, to be compared with a copy of the topics.
 */
@RestController
@Tag(name = "Projections")
class ReconciliationController {

	private static final String NAME = "scorecards";

	private final Reconciliation reconciliation;

	private final Rebuilds rebuilds;

	ReconciliationController(Reconciliation reconciliation, Rebuilds rebuilds) {
		this.reconciliation = reconciliation;
		this.rebuilds = rebuilds;
	}

	@GetMapping(path = "/api/v1/projections/scorecards/reconciliation", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "reconcileScorecards",
			summary = "What the scorecards hold: counts and digests of the events applied",
			description = """
					Scope `admin`. For each partition the records from the offset `from` up to `to` (exclusive): how many \
					were applied, how many were unreadable, and a digest of either set. Anybody who has read the same \
					records can compute the same figures, in any order.

					The digest of a record is the SHA-256 of `ce_source`, a line feed, `ce_id`, a line feed and the bytes of \
					the value (of a tombstone: of the key). The digest of several records is the sum of theirs as unsigned \
					big-endian numbers modulo 2^256, as 64 hexadecimal digits. Who does not tell readable records from \
					unreadable ones compares the sums of both counts and of both digests.

					Without `offset` the figures are those of all partitions up to what is stored now. \
					`offset=answer-scored:0:40` asks for the figures up to that offset and for this partition alone; it can \
					be repeated up to 100 times. An offset that is not applied yet is a 409 that names the lag, with \
					`Retry-After`; one beyond the end of the topic or before `from` is a 422.

					`from` is 0, or the offset at which a release that counts first met existing scorecards. On a compacted \
					topic (`candidate-profiled`), and where retention removes records, a copy that is read later holds \
					fewer records than were applied: compare with a copy that was kept while the events came.""")
	@ApiResponse(responseCode = "200", description = "Counts and digests for each partition",
			content = @Content(examples = @ExampleObject(Examples.RECONCILIATION)))
	@ApiResponse(responseCode = "409", description = "An offset is not applied yet: see Retry-After")
	@ApiResponse(responseCode = "422", description = "There is no such partition or offset")
	Mono<ReconciliationResponse> reconcile(@Parameter(
			description = "`topic:partition:offset`, repeatable, once for each partition",
			array = @ArraySchema(maxItems = OffsetParameter.MOST, uniqueItems = true,
					schema = @Schema(type = "string", pattern = OffsetParameter.FORM, example = "answer-scored:0:40"))) //
	@RequestParam(name = "offset", required = false) @Nullable List<String> offsets) {
		Map<TopicPartition, Long> asked = (offsets != null) ? OffsetParameter.parse(offsets) : Map.of();
		Mono<Map<TopicPartition, Tally>> applied = this.rebuilds.now().flatMap((now) -> {
			String live = GenerationName.projection(now.live());
			return asked.isEmpty() ? this.reconciliation.applied(live) : this.reconciliation.applied(live, asked);
		});
		return applied.map((tallies) -> ReconciliationResponse.of(NAME, tallies));
	}

}
