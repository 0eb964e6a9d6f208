package org.vivavoce.question.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import reactor.core.publisher.Mono;

import org.vivavoce.contracts.JsonNames;
import org.vivavoce.platform.problem.Fault;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.kit.Kit;
import org.vivavoce.question.kit.KitHistory;
import org.vivavoce.question.kit.KitService;

/**
 * Takes the kit that an interview is to be planned by.
 */
final class KitSelector {

	private final KitService kits;

	KitSelector(KitService kits) {
		this.kits = kits;
	}

	/**
	 * The kit that a request names, if it does.
	 * @return fails when an interview like that cannot be planned by it
	 */
	Mono<Optional<Kit>> kit(OpenInterviewRequest request) {
		OpenInterviewRequest.Choice plan = request.plan();
		if (plan == null || plan.kit() == null) {
			return Mono.just(Optional.empty());
		}
		String id = plan.kit();
		return this.kits.find(id)
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.map((history) -> history.map((known) -> take(known, plan, request))
				.orElseThrow(() -> invalid("/plan/kit", "there is no kit '" + id + "'")))
			.map(Optional::of);
	}

	private static Kit take(KitHistory history, OpenInterviewRequest.Choice plan, OpenInterviewRequest request) {
		if (history.retired()) {
			throw invalid("/plan/kit", "kit '" + history.id() + "' is retired");
		}
		Kit kit = history.version(plan.kitVersion())
			.orElseThrow(() -> invalid("/plan/kitVersion",
					"kit '" + history.id() + "' has no version " + plan.kitVersion()));
		List<Fault> faults = new ArrayList<>();
		if (!kit.technology().equals(QuestionHub.spelling(request.technology()))) {
			faults.add(Fault.at("/technology", "kit '" + kit.id() + "' is for '" + kit.technology() + "'"));
		}
		if (kit.level() != request.level()) {
			faults.add(Fault.at("/level", "kit '" + kit.id() + "' is for " + JsonNames.of(kit.level())));
		}
		if (!faults.isEmpty()) {
			throw InterviewPlanner.invalid(faults);
		}
		return kit;
	}

	private static RuntimeException invalid(String pointer, String message) {
		return InterviewPlanner.invalid(List.of(Fault.at(pointer, message)));
	}

}
