package org.vivavoce.question.importing;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.vivavoce.platform.problem.Fault;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.question.document.DocumentFormat;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.Faults;
import org.vivavoce.question.document.source.ParseResult;
import org.vivavoce.question.document.source.SetFault;
import org.vivavoce.question.hub.ConditionRequest;
import org.vivavoce.question.hub.OwnerRepository;
import org.vivavoce.question.hub.QuestionIndexer;
import org.vivavoce.question.hub.QuestionRepository;
import org.vivavoce.question.set.Authorship;
import org.vivavoce.question.set.Change;
import org.vivavoce.question.set.ImportResult;
import org.vivavoce.question.set.ImportResult.Imported;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionSet;

/**
 * Imports question sets. A set's document is the authority; the questions are derived
 * from it after each write, and at start when a crash came in between.
 */
public final class SetImporter {

	private static final Log logger = LogFactory.getLog(SetImporter.class);

	private static final int ALL = Integer.MAX_VALUE;

	private final AggregateStore<QuestionSet> sets;

	private final QuestionIndexer listing;

	private final OwnerRepository owners;

	private final QuestionRepository questions;

	private final List<QuestionSetDraft> shipped;

	private final DocumentReader reader;

	private final Clock clock;

	SetImporter(AggregateStore<QuestionSet> sets, QuestionIndexer listing, OwnerRepository owners,
			QuestionRepository questions, List<QuestionSetDraft> shipped, DocumentReader reader, Clock clock) {
		this.sets = sets;
		this.listing = listing;
		this.owners = owners;
		this.questions = questions;
		this.shipped = shipped;
		this.reader = reader;
		this.clock = clock;
	}

	/**
	 * Import a document.
	 * @param document in UTF-8, or as its format allows
	 * @return fails with {@link ProblemTypes#INVALID} and all faults of the document, and
	 * with {@link ProblemTypes#STALE} when the condition does not hold
	 */
	Mono<Imported> importDocument(DocumentFormat format, byte[] document, DocumentOverrides documentOverrides,
			ConditionRequest condition, Authorship authorship) {
		return read(format, document, documentOverrides).flatMap((draft) -> importDraft(draft, condition, authorship));
	}

	/**
	 * Say what an import would do, and store nothing.
	 * @return fails as the import would
	 */
	Mono<PreviewResponse> preview(DocumentFormat format, byte[] document, DocumentOverrides documentOverrides) {
		return read(format, document, documentOverrides).flatMap((draft) -> {
			Map<String, Integer> lines = lines(draft);
			return this.owners.others(draft.id(), lines.keySet())
				.flatMap((taken) -> taken.isEmpty() ? sets() : Mono.error(taken(taken, lines)))
				.zipWhen((sets) -> returning(draft, sets))
				// comparing questions takes longer than an event loop has
				.publishOn(Schedulers.boundedElastic())
				.map((known) -> preview(draft, known.getT1(), known.getT2()));
		});
	}

	private Mono<List<QuestionSet>> sets() {
		return this.sets.find(Filters.empty(), Sorts.ascending("_id"), ALL).map(Stored::state).collectList();
	}

	/**
	 * The last revisions of the questions that were retired and come back, by id.
	 */
	private Mono<Map<String, Question>> returning(QuestionSetDraft draft, List<QuestionSet> sets) {
		List<String> keys = sets.stream()
			.filter((set) -> set.id().equals(draft.id()))
			.flatMap((set) -> draft.questions().flatMap((question) -> set.retired(question.id()).stream()))
			.map((retiredQuestion) -> Question.key(retiredQuestion.id(), retiredQuestion.revision()))
			.toList();
		return keys.isEmpty() ? Mono.just(Map.of()) : this.questions.findAll(keys).collectMap(Question::id);
	}

	private PreviewResponse preview(QuestionSetDraft draft, List<QuestionSet> sets, Map<String, Question> retired) {
		QuestionSet current = sets.stream().filter((set) -> set.id().equals(draft.id())).findFirst().orElse(null);
		if (current != null && !current.technology().equals(draft.technology())) {
			throw otherTechnology(current.technology(), draft);
		}
		Change change = Change.of(Change.Action.IMPORTED, Authorship.SERVICE, this.clock.instant());
		return PreviewResponse.of(current, QuestionSet.revise(current, draft, change), draft,
				sets.stream().filter((set) -> !set.id().equals(draft.id())).toList(), retired);
	}

	private static Map<String, Integer> lines(QuestionSetDraft draft) {
		Map<String, Integer> lines = new HashMap<>();
		draft.questions().forEach((question) -> lines.put(question.id(), question.line()));
		return lines;
	}

	private Mono<QuestionSetDraft> read(DocumentFormat format, byte[] document, DocumentOverrides documentOverrides) {
		return this.reader.read(format, document, documentOverrides).flatMap((parseResult) -> switch (parseResult) {
			case ParseResult.Accepted accepted when accepted.draft().id().equals(QuestionSet.ALL_SETS) ->
				Mono.error(invalid(List.of(new SetFault(1,
						"no set can have the id '" + QuestionSet.ALL_SETS + "', which stands for all sets"))));
			case ParseResult.Accepted accepted -> Mono.just(accepted.draft());
			case ParseResult.Refused refused -> Mono.error(invalid(refused.faults()));
		});
	}

	private Mono<Imported> importDraft(QuestionSetDraft draft, ConditionRequest condition, Authorship authorship) {
		Map<String, Integer> lines = lines(draft);
		return this.sets.find(draft.id())
			.map((stored) -> Optional.of(stored.state()))
			.defaultIfEmpty(Optional.empty())
			// the write decides; what is refused here takes no question ids
			.doOnNext(condition::require)
			.mapNotNull((current) -> current.map(QuestionSet::technology).orElse(null))
			.filter((technology) -> !technology.equals(draft.technology()))
			.flatMap((technology) -> Mono.<Map<String, String>>error(otherTechnology(technology, draft)))
			.switchIfEmpty(Mono.defer(() -> this.owners.take(draft.id(), lines.keySet())))
			.flatMap(
					(taken) -> taken.isEmpty() ? write(draft, condition, authorship) : Mono.error(taken(taken, lines)));
	}

	private Mono<Imported> write(QuestionSetDraft draft, ConditionRequest condition, Authorship authorship) {
		Change change = Change.of(Change.Action.IMPORTED, authorship, this.clock.instant());
		return this.sets.change(draft.id(), (current) -> {
			condition.require(current);
			return QuestionSet.importing(current, draft, change);
		}).flatMap((result) -> switch (result) {
			case Imported imported -> this.listing.show(imported.set()).thenReturn(imported);
			case ImportResult.OtherTechnology other -> Mono.error(otherTechnology(other.technology(), draft));
		});
	}

	/**
	 * What has to be done at start: load the sets that come with the service where they
	 * are absent, and show every set that is not completely shown.
	 */
	public Mono<Void> prepare() {
		return Flux.fromIterable(this.shipped)
			.flatMap(this::importAbsent)
			.thenMany(this.sets.find(Filters.empty(), Sorts.ascending("_id"), ALL))
			.concatMap((stored) -> this.listing.show(stored.state()))
			.then();
	}

	/**
	 * A set that is there stays as it is: users may have changed it. One whose questions
	 * belong to a set of theirs is left out, since that would be refused at every start.
	 */
	private Mono<Void> importAbsent(QuestionSetDraft draft) {
		return this.sets.find(draft.id())
			.hasElement()
			.flatMap((present) -> present ? Mono.empty() : importDraft(draft, ConditionRequest.NONE, Authorship.SERVICE)
				.doOnNext((imported) -> logger
					.info("Loaded the question set '" + draft.id() + "' with " + imported.set().size() + " questions"))
				.then())
			.onErrorResume(ProblemTypes.INVALID::isTypeOf, (ex) -> {
				logger.info("Left out the question set '" + draft.id() + "', an imported set has its questions");
				return Mono.empty();
			});
	}

	private static ProblemException otherTechnology(String technology, QuestionSetDraft draft) {
		return invalid(List.of(new SetFault(1,
				"the set " + FieldRules.quote(draft.id()) + " is about '" + technology + "', not "
						+ FieldRules.quote(draft.technology())
						+ "; say so by the parameter 'technology', or name another set by the parameter 'id'")));
	}

	private static ProblemException taken(Map<String, String> taken, Map<String, Integer> lines) {
		Faults faults = new Faults();
		taken.forEach((id, set) -> faults.add(lines.getOrDefault(id, 1),
				"the question id " + FieldRules.quote(id) + " belongs to the set '" + set + "'"));
		return invalid(faults.refused().faults());
	}

	private static ProblemException invalid(List<SetFault> faults) {
		return new ProblemException(ProblemTypes.INVALID,
				"Nothing was stored: the document has "
						+ ((faults.size() == 1) ? "a fault"
								: ((faults.size() < Faults.MOST) ? "" : "at least ") + faults.size() + " faults")
						+ ", see errors")
			.withErrors(faults.stream().map((fault) -> Fault.line(fault.line(), fault.message())).toList());
	}

}
