package org.vivavoce.scoring.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.platform.outbox.DelayedEntry;
import org.vivavoce.platform.outbox.OutboxEntry;
import org.vivavoce.platform.projection.DocumentFault;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.scoring.sheet.Candidate;
import org.vivavoce.scoring.sheet.InterviewSheet;
import org.vivavoce.scoring.sheet.Sheet;

/**
 * Moves the sheets that earlier releases have kept, one document for each candidate, to
 * one document for each interview.
 * <p>
 * May be ended at any point and begun again, and run in several instances at once: what
 * is moved is joined with what is there already, which loses nothing and undoes nothing,
 * and a former document is deleted last. Ratings and recommendations are nowhere else.
 */
final class SheetMigration {

	private static final Log logger = LogFactory.getLog(SheetMigration.class);

	private static final DocumentCodec CODEC = new DocumentCodec();

	private final FormerSheets former;

	private final AggregateStore<InterviewSheet> sheets;

	private final AggregateStore<Candidate> candidates;

	private final Forgetting forgetting;

	private final ReactiveMongoDatabaseFactory databases;

	SheetMigration(AggregateStores stores, ReactiveMongoDatabaseFactory databases) {
		this.former = new FormerSheets(databases);
		this.sheets = stores.unlimited(Mono.just(StoreConfiguration.SHEETS), InterviewSheet.class);
		this.candidates = stores.unlimited(Mono.just(StoreConfiguration.CANDIDATES), Candidate.class);
		this.forgetting = new Forgetting(this.sheets,
				databases.getMongoDatabase().map((database) -> database.getCollection(StoreConfiguration.SHEETS)),
				this.candidates);
		this.databases = databases;
	}

	/**
	 * What was moved.
	 *
	 * @param candidates former documents
	 * @param events that wait to be published
	 * @param left former documents that could not be moved and stay as they are
	 */
	record Moved(long candidates, long sheets, long events, long left) {

		static final Moved NOTHING = new Moved(0, 0, 0, 0);

		Moved plus(Moved other) {
			return new Moved(this.candidates + other.candidates, this.sheets + other.sheets, this.events + other.events,
					this.left + other.left);
		}

	}

	/**
	 * Move what is there, batch by batch. Fails when the store does not answer, or when
	 * somebody still writes the former documents.
	 * @return what was moved so far, after each batch
	 */
	Flux<Moved> move() {
		// the documents of a batch are read and written as JSON, which would keep the
		// driver's threads from everybody else
		return this.former.batches()
			.publishOn(Schedulers.boundedElastic(), 1)
			.concatMap(this::move, 1)
			.scan(Moved.NOTHING, Moved::plus)
			.skip(1);
	}

	private Mono<Moved> move(List<RawBsonDocument> raw) {
		List<FormerDocument> batch = new ArrayList<>();
		for (RawBsonDocument document : raw) {
			try {
				batch.add(FormerDocument.of(document.decode(CODEC)));
			}
			catch (RuntimeException ex) {
				stays(String.valueOf(document.get("_id")), ex.toString());
			}
		}
		long unreadable = raw.size() - batch.size();
		return batch.isEmpty() ? Mono.just(new Moved(0, 0, 0, unreadable))
				: moveApart(batch).map((moved) -> moved.plus(new Moved(0, 0, 0, unreadable)));
	}

	/**
	 * What one document of a batch makes impossible is tried for each of them alone.
	 */
	private Mono<Moved> moveApart(List<FormerDocument> batch) {
		return Mono.defer(() -> moveReadable(batch)).onErrorResume(SheetMigration::isOfADocument, (ex) -> {
			if (batch.size() == 1) {
				stays(batch.getFirst().candidateId(), ex.toString());
				return Mono.just(new Moved(0, 0, 0, 1));
			}
			return Flux.fromIterable(batch)
				.concatMap((each) -> moveApart(List.of(each)))
				.reduce(Moved.NOTHING, Moved::plus);
		});
	}

	private static boolean isOfADocument(Throwable failure) {
		return failure instanceof MongoBulkWriteException || DocumentFault.isIn(failure);
	}

	private static void stays(String id, String reason) {
		logger.error("The score sheets of candidate " + id + " cannot be moved, and stay in " + FormerSheets.COLLECTION
				+ ", where they are tried again every minute: " + reason);
	}

	private Mono<Moved> moveReadable(List<FormerDocument> batch) {
		List<String> ids = batch.stream().map(FormerDocument::candidateId).toList();
		List<String> interviews = batch.stream()
			.flatMap((each) -> each.sheets().stream())
			.map(Sheet::interviewId)
			.toList();
		return this.former.listed(ids, interviews)
			.flatMap((listed) -> placed(batch, listed))
			.flatMap((placed) -> joinCandidates(batch).flatMap((failed) -> joinSheets(placed).map((refused) -> {
				refused
					.forEach((id, reason) -> failed.put(Objects.requireNonNull(placed.get(id)).candidateId(), reason));
				return failed;
			})).flatMap((failed) -> forgetElsewhere(batch, failed)).flatMap((failed) -> finish(batch, failed, placed)));
	}

	/**
	 * An instance of the earlier release may have been told that somebody is forgotten
	 * whose sheets were moved before.
	 */
	private Mono<Map<String, String>> forgetElsewhere(List<FormerDocument> batch, Map<String, String> failed) {
		return this.forgetting
			.inSheetsOf(batch.stream()
				.filter((each) -> !failed.containsKey(each.candidateId()))
				.map((each) -> new Stored<>(each.candidateId(), 0, each.candidate()))
				.toList())
			.thenReturn(failed);
	}

	private Mono<Map<String, String>> joinCandidates(List<FormerDocument> batch) {
		Map<String, Candidate> wanted = new HashMap<>();
		batch.stream()
			.filter(FormerDocument::hasCandidate)
			.forEach((each) -> wanted.put(each.candidateId(), each.candidate()));
		return join(this.candidates, wanted, Candidate::joined);
	}

	/**
	 * The person may have been forgotten since the former document was written.
	 */
	private Mono<Map<String, String>> joinSheets(Map<String, InterviewSheet> placed) {
		List<Stored<InterviewSheet>> written = placed.entrySet()
			.stream()
			.map((entry) -> new Stored<>(entry.getKey(), 0, entry.getValue()))
			.toList();
		return join(this.sheets, placed, InterviewSheet::joined).flatMap((failed) -> this.forgetting
			.bySheets(written.stream().filter((each) -> !failed.containsKey(each.id())).toList())
			.thenReturn(failed));
	}

	/**
	 * Under which id each sheet is kept: its interview's. Where two candidates have the
	 * same interview, it is the one's that the directory names, whose sheet its panel has
	 * seen; the other one is set aside under an id that nobody can ask for, and forgotten
	 * with its candidate.
	 */
	private Mono<Map<String, InterviewSheet>> placed(List<FormerDocument> batch, Map<String, String> listed) {
		List<InterviewSheet> all = batch.stream().flatMap((each) -> each.interviewSheets(listed).stream()).toList();
		Set<String> interviews = new HashSet<>();
		all.forEach((each) -> interviews.add(each.sheet().interviewId()));
		return this.sheets.load(interviews).map((loaded) -> {
			Map<String, String> owners = new HashMap<>(listed);
			loaded.found().forEach((id, stored) -> owners.put(id, stored.state().candidateId()));
			Map<String, InterviewSheet> placed = new LinkedHashMap<>();
			for (InterviewSheet each : all) {
				String interview = each.sheet().interviewId();
				String owner = owners.getOrDefault(interview, each.candidateId());
				owners.put(interview, owner);
				if (owner.equals(each.candidateId())) {
					placed.put(interview, each);
				}
				else {
					String aside = interview + " " + each.candidateId();
					logger.error("Interview " + interview + " is one of candidate " + owner + " and one of candidate "
							+ each.candidateId() + ": the sheet of the second is kept as '" + aside
							+ "', and shown to nobody");
					placed.put(aside, each);
				}
			}
			return placed;
		});
	}

	/**
	 * Join states with those that are stored; again with those that somebody else has
	 * written meanwhile.
	 * @return why some cannot be written, by id
	 */
	private static <S> Mono<Map<String, String>> join(AggregateStore<S> store, Map<String, S> states,
			BinaryOperator<S> joined) {
		return store.load(states.keySet()).publishOn(Schedulers.boundedElastic()).flatMap((loaded) -> {
			Map<String, String> failed = new HashMap<>(loaded.unreadable());
			List<Stored<S>> changed = new ArrayList<>();
			states.forEach((id, state) -> {
				Stored<S> known = loaded.found().get(id);
				if (known == null && !failed.containsKey(id)) {
					changed.add(new Stored<>(id, 0, state));
				}
				else if (known != null) {
					S both = joined.apply(known.state(), state);
					if (!both.equals(known.state())) {
						changed.add(new Stored<>(id, known.guard(), both));
					}
				}
			});
			return store.saveAll(changed).flatMap((saved) -> {
				failed.putAll(saved.refused());
				saved.tooLarge().forEach((id) -> failed.put(id, "it would be too large"));
				Map<String, S> again = new HashMap<>(states);
				again.keySet().retainAll(saved.conflicts());
				return again.isEmpty() ? Mono.just(failed) : join(store, again, joined).map((others) -> {
					failed.putAll(others);
					return failed;
				});
			});
		});
	}

	/**
	 * Hand over the events that wait, then delete. Ended in between, the next attempt
	 * finds them handed over already.
	 * @param failed why a candidate's document has to stay, by candidate
	 */
	private Mono<Moved> finish(List<FormerDocument> batch, Map<String, String> failed,
			Map<String, InterviewSheet> placed) {
		failed.forEach(SheetMigration::stays);
		List<FormerDocument> done = batch.stream().filter((each) -> !failed.containsKey(each.candidateId())).toList();
		long sheetsMoved = placed.values().stream().filter((each) -> !failed.containsKey(each.candidateId())).count();
		List<UpdateOneModel<Document>> handedOver = done.stream()
			.filter(FormerDocument::hasEvents)
			.map((each) -> new UpdateOneModel<Document>(Filters.eq("_id", each.candidateId()), added(each)))
			.toList();
		long events = done.stream().mapToLong((each) -> each.waiting().size() + each.delayed().size()).sum();
		Mono<?> published = handedOver.isEmpty() ? Mono.empty()
				: this.databases.getMongoDatabase()
					.flatMap((database) -> Mono.from(database.getCollection(StoreConfiguration.CANDIDATES)
						.bulkWrite(handedOver, new BulkWriteOptions().ordered(false))));
		Moved moved = new Moved(done.size(), sheetsMoved, events, failed.size());
		return done.isEmpty() ? Mono.just(moved)
				: published.then(Mono.defer(() -> this.former.delete(done)))
					.flatMap((written) -> (written == 0) ? Mono.just(moved)
							: Mono.error(new IllegalStateException(written + " documents of " + FormerSheets.COLLECTION
									+ " were written meanwhile; instances of the earlier release have to be stopped")));
	}

	private static Bson added(FormerDocument document) {
		List<Bson> updates = new ArrayList<>();
		if (!document.waiting().isEmpty()) {
			updates.add(Updates.addEachToSet(OutboxEntry.FIELD, document.waiting()));
		}
		if (!document.delayed().isEmpty()) {
			updates.add(Updates.addEachToSet(DelayedEntry.FIELD, document.delayed()));
		}
		return Updates.combine(updates);
	}

}
