package org.vivavoce.platform.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.security.Scopes;
import org.vivavoce.platform.web.Limits;
import org.vivavoce.platform.web.Page;

/**
 * The audit log of this service.
 */
@RestController
@Tag(name = "Audit")
class AuditController {

	private final AuditLog log;

	AuditController(AuditLog log) {
		this.log = log;
	}

	@GetMapping(path = "/api/v1/audit/${spring.application.name}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Who did what, when, and from where", description = """
			Scope `admin`. Newest first: every change but the panel's own work, which its events tell of, what only \
			administrators read, and refused requests. A change has a line `asked` before anything is done, and one \
			`answered` with the status; both have the same `request`.""")
	Mono<Page<AuditEntry>> list(Caller caller,
			@Parameter(description = "`sub` of the caller",
					example = "recruiter") @RequestParam(required = false) @Nullable String who,
			@Parameter(description = "Status of the answer",
					example = "403") @RequestParam(required = false) @Nullable Integer status,
			@RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String cursor) {
		caller.requireScope(Scopes.ADMIN);
		int most = Limits.parse(limit);
		return this.log.find(who, status, AuditPosition.of(cursor), most + 1)
			.collectList()
			.map((rows) -> Page.of(rows, most, (row) -> row, AuditPosition::cursor));
	}

}
