package org.vivavoce.question.kit.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.contracts.Level;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.kit.Kit;
import org.vivavoce.question.kit.KitConditionRequest;
import org.vivavoce.question.kit.KitHistory;
import org.vivavoce.question.kit.KitService;
import org.vivavoce.question.kit.KitTrial;
import org.vivavoce.question.kit.KitTrialService;
import org.vivavoce.question.set.Question;

/**
 * Finds what the form of a kit shows, and saves what it says.
 */
final class KitFormService {

	private static final int FOUND = 8;

	private static final Map<Level, Integer> BEGIN = Map.of(Level.JUNIOR, 3, Level.MID, 5, Level.SENIOR, 2);

	private final KitService kits;

	private final KitTrialService trials;

	private final QuestionHub hub;

	private final Validator validator;

	KitFormService(KitService kits, KitTrialService trials, QuestionHub hub, Validator validator) {
		this.kits = kits;
		this.trials = trials;
		this.hub = hub;
		this.validator = validator;
	}

	/**
	 * A form before anything was typed.
	 * @param technology the first of the hub where it is empty
	 */
	Mono<KitForm> blank(String technology, long seed) {
		return this.hub.technologies()
			.map((known) -> !technology.isEmpty() ? QuestionHub.spelling(technology)
					: known.stream().findFirst().orElse(""))
			.map((chosen) -> KitForm.blank(chosen, BEGIN, seed));
	}

	/**
	 * What is wrong with a form by itself.
	 */
	List<KitFault> faults(KitForm form) {
		List<KitFault> faults = new ArrayList<>(new KitEntry(form).faults());
		this.validator.validate(new KitEntry(form).request())
			.stream()
			.map((violation) -> KitFault.invalid(violation.getPropertyPath().toString()))
			.distinct()
			.forEach(faults::add);
		return faults;
	}

	Mono<KitFormPage> page(KitForm form, List<KitFault> faults, @Nullable Integer conflicting, String said) {
		Mono<KitTrial> trial = this.trials.trial(new KitEntry(form).kit("", this.kits.now()), form.seed(), false);
		return Mono
			.zip(this.hub.technologies(), this.hub.outlines(form.technology()), this.hub.current(form.keyQuestions()),
					found(form), trial)
			.map((known) -> new KitFormPage(form, faults, known.getT1(), known.getT2(), known.getT3(), known.getT4(),
					known.getT5(), conflicting, said));
	}

	private Mono<List<Question>> found(KitForm form) {
		return form.find().isEmpty() ? Mono.just(List.of())
				: this.hub.find(form.technology(), form.find(), FOUND + form.keyQuestions().size())
					.map((found) -> found.stream()
						.filter((question) -> !form.keyQuestions().contains(question.id()))
						.limit(FOUND)
						.toList());
	}

	/**
	 * Save a kit. One that is sent twice as a new one is saved once.
	 * @param base the version that it takes the place of; null for a new kit
	 * @return fails with {@link ProblemTypes#STALE} when somebody was faster
	 */
	Mono<KitHistory> save(Kit kit, @Nullable Integer base) {
		if (base == null) {
			return this.kits.save(kit, new KitConditionRequest(null, "*"))
				.onErrorResume(ProblemTypes.STALE::isTypeOf,
						(ex) -> this.kits.find(kit.id())
							.filter((there) -> !there.retired() && kit.hasSameContent(there.latest())
									&& there.latest().author().equals(kit.author()))
							.switchIfEmpty(Mono.error(ex)));
		}
		return this.kits.find(kit.id())
			.switchIfEmpty(Mono.error(() -> KitService.missing(kit.id())))
			.flatMap((history) -> (history.latest().version() == base)
					? this.kits.save(kit,
							new KitConditionRequest(KitConditionRequest.tag(history, history.latest()), null))
					: kit.hasSameContent(history.latest()) ? Mono.just(history)
							: Mono.error(new ProblemException(ProblemTypes.STALE,
									"Version " + base + " is not the latest any more")));
	}

}
