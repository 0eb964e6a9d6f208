package org.vivavoce.question.editing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.contracts.Level;
import org.vivavoce.platform.problem.Fault;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.platform.web.IfMatch;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.hub.OwnerRepository;
import org.vivavoce.question.set.Authorship;
import org.vivavoce.question.set.Change;
import org.vivavoce.question.set.FieldFault;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionDraftRevision;
import org.vivavoce.question.set.QuestionEdit;
import org.vivavoce.question.set.QuestionSet;
import org.vivavoce.question.set.SetDrafts;

/**
 * Keeps drafts of questions, at most one of each. A draft lies in the document of its
 * set, so that publishing it is one write.
 */
public final class DraftService {

	/**
	 * How many drafts a set holds, so that its document stays within what the store
	 * takes.
	 */
	static final int MOST = 100;

	private final AggregateStore<QuestionSet> sets;

	private final OwnerRepository owners;

	private final Clock clock;

	DraftService(AggregateStore<QuestionSet> sets, OwnerRepository owners, Clock clock) {
		this.sets = sets;
		this.owners = owners;
		this.clock = clock;
	}

	/**
	 * A draft and the set that keeps it.
	 */
	public record StoredDraft(QuestionSet set, QuestionDraftRevision draft) {

		Optional<Question> current() {
			return this.set.question(this.draft.id());
		}

	}

	/**
	 * On which state of a draft something shall be decided.
	 *
	 * @param ifMatch tags of the draft
	 * @param ifNoneMatch {@code *} when there shall be none yet
	 */
	record Condition(@Nullable String ifMatch, @Nullable String ifNoneMatch) {

		void require(Optional<QuestionDraftRevision> current) {
			String tag = current.map(DraftResponse::tag).orElse(null);
			IfMatch.require(this.ifMatch, tag);
			IfMatch.requireNew(this.ifNoneMatch, tag);
		}

	}

	/**
	 * Where a new question shall stand.
	 */
	record Place(@Nullable String set, @Nullable Level level) {

	}

	/**
	 * Read the draft of a question.
	 * @return fails with {@link ProblemTypes#NOT_FOUND}
	 */
	Mono<StoredDraft> read(String id) {
		return find(id).switchIfEmpty(Mono.error(() -> none(id)));
	}

	/**
	 * What can be edited of a question.
	 * @return fails with {@link ProblemTypes#NOT_FOUND}, and
	 * {@link ProblemTypes#CONFLICT} for one that is retired
	 */
	Mono<EditableQuestion> editable(String id) {
		return owner(id)
			.flatMap((set) -> set.retired(id).isPresent() ? Mono.error(QuestionReviser.retired(id))
					: Mono.justOrEmpty(EditableQuestion.of(set, id)))
			.switchIfEmpty(Mono
				.error(() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is no question '" + id + "'")));
	}

	/**
	 * The set that a question belongs to, whether it is in it or not; empty for none.
	 */
	Mono<QuestionSet> owner(String id) {
		return this.owners.set(id).flatMap(this.sets::find).map(Stored::state);
	}

	/**
	 * The draft of a question, if there is one.
	 */
	public Mono<StoredDraft> find(String id) {
		return owner(id).flatMap((set) -> Mono.justOrEmpty(set.draft(id).map((draft) -> new StoredDraft(set, draft))));
	}

	/**
	 * Save a draft.
	 * @param place of a new question; one that is there keeps its place
	 * @param base the revision that it begins at; null for that of the draft before, or
	 * else the current one
	 * @return fails with {@link ProblemTypes#INVALID}, {@link ProblemTypes#STALE}, and
	 * {@link ProblemTypes#CONFLICT} for a question that is retired or when there are too
	 * many drafts
	 */
	Mono<StoredDraft> save(String id, Place place, @Nullable Integer base, QuestionEdit text, Condition condition,
			Authorship authorship) {
		List<FieldFault> faults = text.draftFaults();
		Change change = Change.of(Change.Action.EDITED, authorship, this.clock.instant());
		return faults.isEmpty() ? set(id, place).flatMap((set) -> this.sets.change(set, (current) -> {
			QuestionSet known = current.orElseThrow(() -> noSet(set));
			condition.require(known.draft(id));
			return decide(known, id, place, base, text, change);
		})) : Mono.error(QuestionReviser.invalid(faults));
	}

	/**
	 * The set of a question; a new one is taken into the set where it shall stand.
	 */
	private Mono<String> set(String id, Place place) {
		return this.owners.set(id).flatMap((set) -> {
			if (place.set() != null && !place.set().equals(set)) {
				String fault = "the question '" + id + "' belongs to the set '" + set + "'";
				return Mono.error(new ProblemException(ProblemTypes.INVALID, "Nothing was stored: " + fault)
					.withErrors(List.of(Fault.at("/set", fault))));
			}
			return Mono.just(set);
		}).switchIfEmpty(Mono.defer(() -> {
			String fault = FieldRules.id("id", id);
			if (fault != null) {
				return Mono.error(new ProblemException(ProblemTypes.INVALID, fault));
			}
			String wanted = place.set();
			if (wanted == null || place.level() == null) {
				return Mono.error(newPlace(id, place));
			}
			return this.sets.find(wanted)
				.switchIfEmpty(Mono.error(() -> noSet(wanted)))
				.flatMap((stored) -> this.owners.take(wanted, Set.of(id)))
				.flatMap((others) -> others.isEmpty() ? Mono.just(wanted) : set(id, place));
		}));
	}

	private static Decision<QuestionSet, StoredDraft> decide(QuestionSet set, String id, Place place,
			@Nullable Integer base, QuestionEdit text, Change change) {
		Optional<QuestionDraftRevision> before = set.draft(id);
		Optional<Question> current = set.question(id);
		if (current.isEmpty() && set.retired(id).isPresent()) {
			throw QuestionReviser.retired(id);
		}
		if (before.isEmpty() && set.drafts().size() >= MOST) {
			throw new ProblemException(ProblemTypes.CONFLICT, "The set '" + set.id() + "' holds " + MOST
					+ " drafts, which is all that it can; publish or discard some");
		}
		Level level = current.map(Question::level)
			.or(() -> Optional.ofNullable(place.level()))
			.or(() -> before.map(QuestionDraftRevision::level))
			.orElseThrow(() -> newPlace(id, place));
		int latest = current.map(Question::revision).orElse(0);
		int began = (base != null) ? Math.clamp(base, 0, latest)
				: before.map(QuestionDraftRevision::base).orElse(latest);
		QuestionSet saved = SetDrafts.save(set, id, level, began, text, change);
		return Decision.write(saved, List.of(), new StoredDraft(saved, saved.draft(id).orElseThrow()));
	}

	/**
	 * Throw a draft away.
	 * @return fails with {@link ProblemTypes#NOT_FOUND} and {@link ProblemTypes#STALE}
	 */
	Mono<Void> discard(String id, @Nullable String ifMatch) {
		return read(id).flatMap((kept) -> this.sets.change(kept.set().id(), (current) -> {
			QuestionSet set = current.orElseThrow(() -> none(id));
			IfMatch.require(ifMatch, set.draft(id).map(DraftResponse::tag).orElse(null));
			return Decision.write(SetDrafts.discard(set, id), List.of(), id);
		})).then();
	}

	static ProblemException none(String id) {
		return new ProblemException(ProblemTypes.NOT_FOUND, "There is no draft of a question '" + id + "'");
	}

	private static ProblemException noSet(String set) {
		return new ProblemException(ProblemTypes.INVALID, "There is no question set '" + set + "'")
			.withErrors(List.of(Fault.at("/set", "there is no such question set")));
	}

	private static ProblemException newPlace(String id, Place place) {
		return new ProblemException(ProblemTypes.INVALID,
				"There is no question '" + id + "' yet; say which set and level it is for")
			.withErrors(List.of(Fault.at((place.set() == null) ? "/set" : "/level", "is missing")));
	}

}
