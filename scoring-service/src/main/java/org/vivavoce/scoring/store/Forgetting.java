package org.vivavoce.scoring.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.vivavoce.platform.projection.DocumentFault;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.scoring.sheet.Candidate;
import org.vivavoce.scoring.sheet.InterviewSheet;

/**
 * Takes what a candidate's document says is forgotten out of the sheets, which are
 * written by another projection, on another thread or in another instance.
 * <p>
 * Nothing is left behind in any order. Both projections first write their own documents
 * and then look at those of the other, and store the offsets of a batch only when both is
 * done: after a crash the batch comes again, and looks again. So of a sheet and a
 * tombstone, whichever is written last is looked at by somebody who finds the other one
 * written. A rating goes into a sheet only as that is at that moment, by its guard: it is
 * there before the sheet is emptied, and goes with it, or it finds the sheet empty and is
 * refused.
 */
public final class Forgetting {

	private static final Log logger = LogFactory.getLog(Forgetting.class);

	private final AggregateStore<InterviewSheet> sheets;

	private final Mono<MongoCollection<Document>> stored;

	private final AggregateStore<Candidate> candidates;

	/**
	 * In these stores.
	 * @param sheets without a limit to their size: a sheet must not be too large to be
	 * forgotten
	 * @param stored the collection of the sheets
	 */
	Forgetting(AggregateStore<InterviewSheet> sheets, Mono<MongoCollection<Document>> stored,
			AggregateStore<Candidate> candidates) {
		this.sheets = sheets;
		this.stored = stored;
		this.candidates = candidates;
	}

	/**
	 * After candidates were written. Costs nothing where none of them is forgotten.
	 */
	public Mono<Void> inSheetsOf(Collection<Stored<Candidate>> written) {
		return Flux.fromIterable(written)
			.map(Stored::state)
			.filter((candidate) -> candidate.forgottenAt() != null)
			.concatMap((candidate) -> inSheetsOf(candidate, Objects.requireNonNull(candidate.forgottenAt())))
			.then();
	}

	private Mono<Void> inSheetsOf(Candidate candidate, Instant forgottenAt) {
		// a sheet that does not know it is one without the field, or with an earlier time
		Bson unaware = Filters.and(Filters.eq(SheetFields.CANDIDATE, candidate.candidateId()),
				Filters.not(Filters.gte(SheetFields.FORGOTTEN_AT, AggregateStores.stored(forgottenAt))));
		return this.stored
			.flatMapMany((documents) -> documents.find(unaware).projection(Projections.include(SheetFields.ID)))
			.concatMap((document) -> forget(document.getString(SheetFields.ID), candidate))
			.then();
	}

	/**
	 * After sheets were written: one read of their candidates, and no write where none of
	 * them is forgotten.
	 */
	public Mono<Void> bySheets(Collection<Stored<InterviewSheet>> written) {
		Set<String> ids = written.stream().map((stored) -> stored.state().candidateId()).collect(Collectors.toSet());
		return this.candidates.load(ids).flatMapMany((loaded) -> Flux.fromIterable(written).concatMap((stored) -> {
			if (loaded.unreadable().containsKey(stored.state().candidateId())) {
				logger.error("Whether candidate " + stored.state().candidateId()
						+ " was forgotten cannot be told, and the score sheet " + stored.id() + " stays as it is: "
						+ loaded.unreadable().get(stored.state().candidateId()));
				return Mono.empty();
			}
			Candidate candidate = state(loaded.found().get(stored.state().candidateId()));
			return (candidate == null || stored.state().forgottenBy(candidate) == stored.state()) ? Mono.empty()
					: forget(stored.id(), candidate);
		})).then();
	}

	private static @Nullable Candidate state(@Nullable Stored<Candidate> stored) {
		return (stored != null) ? stored.state() : null;
	}

	/**
	 * One sheet that cannot be read keeps the others from nothing.
	 */
	private Mono<Void> forget(String id, Candidate candidate) {
		return this.sheets.change(id, (current) -> {
			InterviewSheet before = current.orElseThrow();
			InterviewSheet after = before.forgottenBy(candidate);
			return (after == before) ? Decision.<InterviewSheet, Boolean>keep(false)
					: Decision.write(after, List.of(), true);
		}).then().onErrorResume(DocumentFault::isIn, (ex) -> {
			logger.error("Candidate " + candidate.candidateId() + " was forgotten, but the score sheet " + id
					+ " cannot be read, and stays as it is", ex);
			return Mono.empty();
		});
	}

}
