package org.vivavoce.question.kit.page;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.page.SeeOther;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.web.Cursor;
import org.vivavoce.platform.web.Page;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.kit.Kit;
import org.vivavoce.question.kit.KitConditionRequest;
import org.vivavoce.question.kit.KitHistory;
import org.vivavoce.question.kit.KitService;
import org.vivavoce.question.kit.KitTrialService;

/**
 * The list of kits, each of them, and what it would ask.
 */
@PageController
final class KitPageController {

	private static final int SIZE = 30;

	private final KitService service;

	private final KitTrialService trials;

	private final QuestionHub hub;

	KitPageController(KitService service, KitTrialService trials, QuestionHub hub) {
		this.service = service;
		this.trials = trials;
		this.hub = hub;
	}

	@GetMapping("/hub/kits")
	Mono<Rendering> list(@RequestParam(defaultValue = "false") boolean retired,
			@RequestParam(required = false) @Nullable String cursor) {
		String after = (cursor != null) ? Cursor.decode(cursor, String.class).getFirst().toString() : null;
		return this.service.list(retired, after, SIZE + 1)
			.map(KitHistory::latest)
			.collectList()
			.flatMap((kits) -> this.trials.plannable(kits).map((plannable) -> rows(kits, plannable)))
			.map((rows) -> Page.of(rows, SIZE, (row) -> row, (row) -> Cursor.encode(List.of(row.kit().id()))))
			.map((page) -> Rendering.view("hub/kits")
				.modelAttribute("kits", new KitListPage(page.items(), retired, after == null, page.next()))
				.build());
	}

	private static List<KitListPage.Row> rows(List<Kit> kits, Set<Kit> plannable) {
		return kits.stream().map((kit) -> new KitListPage.Row(kit, plannable.contains(kit))).toList();
	}

	@GetMapping("/hub/kits/{id}")
	Mono<Rendering> show(@PathVariable String id, @RequestParam(required = false) @Nullable Integer version,
			@RequestParam(defaultValue = "") String said) {
		return page(id, version)
			.map((page) -> Rendering.view("hub/kit").modelAttribute("view", page).modelAttribute("said", said).build());
	}

	private Mono<KitPage> page(String id, @Nullable Integer version) {
		return find(id).flatMap((history) -> {
			Kit kit = version(history, version);
			return Mono.zip(this.hub.current(kit.keyQuestions()), this.service.obstacles(kit))
				.map((known) -> new KitPage(history, kit, known.getT1(), known.getT2()));
		});
	}

	@GetMapping("/hub/kits/{id}/trial")
	Mono<Rendering> trial(@PathVariable String id, @RequestParam(required = false) @Nullable Integer version,
			@RequestParam(defaultValue = "") String seed) {
		Long given = seed.strip().matches("-?[0-9]{1,18}") ? Long.valueOf(seed.strip()) : null;
		return page(id, version).flatMap((page) -> this.trials.trial(page.kit(), given)
			.map((trial) -> Rendering.view("hub/kit-trial")
				.modelAttribute("view", page)
				.modelAttribute("trial", trial)
				.build()));
	}

	@PostMapping("/hub/kits/{id}/retire")
	Mono<Rendering> retire(Caller caller, @PathVariable String id) {
		return this.service.retire(id, caller.id(), KitConditionRequest.NONE).map((history) -> said(id, "retired"));
	}

	/**
	 * Brings a retired kit back as it was.
	 */
	@PostMapping("/hub/kits/{id}/restore")
	Mono<Rendering> restore(@PathVariable String id) {
		return find(id).flatMap((history) -> this.service.save(history.latest(), KitConditionRequest.NONE))
			.map((history) -> said(id, "restored"))
			.onErrorResume(ProblemTypes.INVALID::isTypeOf, (ex) -> Mono.just(said(id, "impossible")));
	}

	private Mono<KitHistory> find(String id) {
		return this.service.find(id).switchIfEmpty(Mono.error(() -> KitService.missing(id)));
	}

	private static Kit version(KitHistory history, @Nullable Integer version) {
		return history.version(version)
			.orElseThrow(() -> new ProblemException(ProblemTypes.NOT_FOUND,
					"The kit '" + history.id() + "' has no version " + Objects.requireNonNull(version)));
	}

	private static Rendering said(String id, String what) {
		return SeeOther.to("/hub/kits/" + id + "?said=" + what);
	}

}
