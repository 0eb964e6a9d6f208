package org.vivavoce.question.kit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tries kits out.
 */
@RestController
@RequestMapping(path = "/api/v1/kits", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Kits")
final class KitTrialController {

	private final KitService service;

	private final KitTrialService trials;

	KitTrialController(KitService service, KitTrialService trials) {
		this.service = service;
		this.trials = trials;
	}

	@GetMapping("/{id}/trial")
	@Operation(operationId = "tryKit", summary = "Try a kit",
			description = "Scope `questions:read`. What an interview by it would ask now, and why; nothing is stored. With "
					+ "`seed` it is what a new candidate's interview with that seed gets. Where no plan is possible, `against` says why.")
	Mono<KitTrialResponse> trial(@Parameter(example = "backend-mid") @PathVariable String id,
			@Parameter(example = "2") @RequestParam(required = false) @Nullable Integer version,
			@Parameter(example = "42") @RequestParam(required = false) @Nullable Long seed) {
		return this.service.version(id, version)
			.flatMap((kit) -> this.service.find(id)
				.flatMap((history) -> history.retired() ? Mono.just(KitTrialResponse.retired(kit))
						: this.trials.trial(kit, seed).map((trial) -> KitTrialResponse.of(kit, trial))));
	}

}
