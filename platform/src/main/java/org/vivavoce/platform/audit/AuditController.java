package org.vivavoce.platform.audit;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.web.Limits;
import org.vivavoce.platform.web.Page;

/**
 * The audit log of this service.
 */
@RestController
@Tag(name = "Audit")
class AuditController {

	private static final String EXAMPLE = """
			{"items":[
			 {"id":"4a7f0c7e-5b3e-4f0e-9d0b-0d8f6f1f2b11","at":"2026-05-04T09:12:00.120Z","phase":"answered",
			  "request":"7c1e2f9a-12","who":"recruiter","method":"POST","path":"/api/v1/interviews","status":201,
			  "from":"10.0.3.7, 203.0.113.9","userAgent":"curl/8.5.0"},
			 {"id":"0b6c5a52-9c1d-4f7c-8a59-7f3d0c1c2d43","at":"2026-05-04T09:12:00.101Z","phase":"asked",
			  "request":"7c1e2f9a-12","who":"recruiter","method":"POST","path":"/api/v1/interviews",
			  "from":"10.0.3.7, 203.0.113.9","userAgent":"curl/8.5.0"}],
			 "next":null}""";

	private final AuditLog log;

	AuditController(AuditLog log) {
		this.log = log;
	}

	@GetMapping(path = "/api/v1/audit/${spring.application.name}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "readAuditLog", summary = "Who did what, when, and from where", description = """
			Scope `admin`. Newest first: every change but the panel's own work, which its events tell of, what only \
			administrators read, and refused requests. A change has a line `asked` before anything is done, and one \
			`answered` with the status; both have the same `request`.""")
	@ApiResponse(responseCode = "200", description = "A page of the log",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = AuditPage.class), examples = @ExampleObject(EXAMPLE)))
	Mono<Page<AuditEntry>> list(Caller caller,
			@Parameter(description = "`sub` of the caller",
					example = "recruiter") @RequestParam(required = false) @Nullable String who,
			@Parameter(description = "Status of the answer",
					example = "403") @RequestParam(required = false) @Nullable Integer status,
			@RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String cursor) {
		int most = Limits.parse(limit);
		return this.log.find(who, status, AuditPosition.of(cursor), most + 1)
			.collectList()
			.map((rows) -> Page.of(rows, most, (row) -> row, AuditPosition::cursor));
	}

	/**
	 * How a page is documented.
	 */
	record AuditPage(List<AuditEntry> items, @Nullable String next) {

	}

}
