package org.vivavoce.question.interview.planner;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.interview.KnownQuestions;
import org.vivavoce.question.kit.Kit;
import org.vivavoce.question.kit.KitHistory;
import org.vivavoce.question.kit.KitService;

/**
 * Finds what the form that plans an interview needs to know.
 */
final class PlanFormService {

	private static final int MOST_KITS = 200;

	private final QuestionHub hub;

	private final KitService kits;

	private final KnownQuestions known;

	PlanFormService(QuestionHub hub, KitService kits, KnownQuestions known) {
		this.hub = hub;
		this.kits = kits;
		this.known = known;
	}

	/**
	 * A form about a technology, or about the first one of the hub.
	 */
	Mono<InterviewForm> begin(@Nullable String technology, InterviewForm blank) {
		return (technology != null) ? Mono.just(blank.about(QuestionHub.spelling(technology)))
				: this.hub.technologies().map((known) -> blank.about(known.stream().findFirst().orElse("")));
	}

	/**
	 * The kits to choose from, by name.
	 */
	private Mono<List<Kit>> kits() {
		return this.kits.list(false, null, MOST_KITS)
			.map(KitHistory::latest)
			.sort(Comparator.comparing(Kit::name).thenComparing(Kit::id))
			.collectList();
	}

	/**
	 * What the form shows.
	 * @param step what is done to it
	 * @param faults what is wrong with it besides its kit
	 */
	Mono<Map<String, ?>> model(InterviewForm sent, Function<PlanForm, DraftStep> step, List<FormFault> faults) {
		return Mono.zip(this.hub.technologies(), kits(), planner(sent)).flatMap((known) -> {
			PlanForm planner = known.getT3();
			DraftStep next = step.apply(planner);
			List<FormFault> all = Stream.concat(faults.stream(), planner.against(sent).stream()).toList();
			return this.hub.texts(DraftView.keys(next))
				.map((texts) -> Map.of("form", planner.form(), "draft",
						DraftView.of(next, planner.editor(), planner.form(), texts), "reasons", planner.reasons(next),
						"plannedBy", InterviewForm.plannedBy(planner.kit()), "technologies", known.getT1(), "kits",
						known.getT2(), "faults", new FormFaults(all)));
		});
	}

	/**
	 * What plans for a form. A kit that is not in use counts as none.
	 */
	Mono<PlanForm> planner(InterviewForm form) {
		Mono<Optional<Kit>> kit = form.kit().isEmpty() ? Mono.just(Optional.empty())
				: this.kits.find(form.kit())
					.filter((history) -> !history.retired())
					.map((history) -> Optional.of(history.latest()))
					.defaultIfEmpty(Optional.empty());
		return kit.flatMap((chosen) -> planner(form.by(chosen.orElse(null)), chosen.orElse(null)));
	}

	private Mono<PlanForm> planner(InterviewForm form, @Nullable Kit kit) {
		return Mono
			.zip(this.hub.outlines(form.technology()),
					this.known.known(form.technology(), form.candidateId()).map(KnownQuestions.Known::exposures))
			// a kit of many questions takes longer than an event loop has
			.publishOn(Schedulers.boundedElastic())
			.map((known) -> new PlanForm(form, kit, known.getT1(), known.getT2()));
	}

}
