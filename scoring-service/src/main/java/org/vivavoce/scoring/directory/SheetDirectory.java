package org.vivavoce.scoring.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.platform.store.Stored;
import org.vivavoce.scoring.sheet.CandidateSheets;
import org.vivavoce.scoring.sheet.Sheet;

/**
 * Finds sheets by interview and by panel member: requests name interviews, while the
 * sheets lie under their candidates, whose documents are large and may be on any shard.
 */
public final class SheetDirectory {

	static final String COLLECTION = "score-sheet-directory";

	static final List<IndexModel> INDEXES = List.of(
			new IndexModel(Indexes.compoundIndex(Indexes.ascending(DirectoryEntry.PANEL),
					Indexes.descending(DirectoryEntry.SINCE), Indexes.ascending("_id"))),
			new IndexModel(Indexes.ascending(DirectoryEntry.CANDIDATE)));

	private final Mono<MongoCollection<Document>> collection;

	SheetDirectory(ReactiveMongoDatabaseFactory databases) {
		this.collection = databases.getMongoDatabase().map((database) -> database.getCollection(COLLECTION));
	}

	/**
	 * Under which candidate a sheet lies, or lay before the candidate was forgotten;
	 * empty when no event has named the interview.
	 */
	public Mono<String> candidateOf(String interviewId) {
		return this.collection.flatMap((entries) -> Mono.from(entries.find(Filters.eq(interviewId)).first()))
			.map((entry) -> DirectoryEntry.of(entry).candidateId());
	}

	/**
	 * The sheets of a panel member, newest first.
	 * @param after the last one of the page before
	 */
	Flux<DirectoryEntry> of(String panelMember, @Nullable Position after, int limit) {
		Bson filter = Filters.eq(DirectoryEntry.PANEL, panelMember);
		Bson page = (after != null) ? Filters.and(filter, after.behind()) : filter;
		return this.collection
			.flatMapMany((entries) -> entries.find(page)
				.sort(Sorts.orderBy(Sorts.descending(DirectoryEntry.SINCE), Sorts.ascending("_id")))
				.limit(limit))
			.map(DirectoryEntry::of);
	}

	/**
	 * A place in a list.
	 */
	record Position(String since, String interviewId) {

		Bson behind() {
			return Filters.or(Filters.lt(DirectoryEntry.SINCE, this.since),
					Filters.and(Filters.eq(DirectoryEntry.SINCE, this.since), Filters.gt("_id", this.interviewId)));
		}

	}

	/**
	 * Enter the sheets of these candidates, and empty the entries of those that were
	 * forgotten: they only remain to know that the interview is gone.
	 */
	public Mono<Void> enter(Collection<Stored<CandidateSheets>> touched) {
		List<DirectoryEntry> wanted = touched.stream()
			.flatMap((stored) -> stored.state().sheets().stream().map((sheet) -> DirectoryEntry.of(stored, sheet)))
			.toList();
		return present(wanted).flatMap((present) -> {
			Flux<WriteModel<Document>> entered = Flux.fromIterable(wanted).filter((entry) -> {
				DirectoryEntry known = present.get(entry.interviewId());
				return known == null || !known.hasSameContent(entry);
			}).map(SheetDirectory::put);
			Flux<WriteModel<Document>> emptied = Flux.fromIterable(touched)
				.filter((stored) -> stored.state().forgottenAt() != null)
				.map(SheetDirectory::empty);
			return Flux.concat(emptied, entered).collectList();
		}).flatMap(this::write);
	}

	private Mono<Map<String, DirectoryEntry>> present(List<DirectoryEntry> wanted) {
		List<String> ids = wanted.stream().map(DirectoryEntry::interviewId).toList();
		return ids.isEmpty() ? Mono.just(Map.of())
				: this.collection.flatMapMany((entries) -> entries.find(Filters.in("_id", ids)))
					.map(DirectoryEntry::of)
					.collectMap(DirectoryEntry::interviewId);
	}

	/**
	 * Only over an older one: a reader that has lost its partition must not undo what its
	 * successor entered.
	 */
	private static WriteModel<Document> put(DirectoryEntry entry) {
		return new UpdateOneModel<>(
				Filters.and(Filters.eq(entry.interviewId()), Filters.lt(DirectoryEntry.GUARD, entry.guard())),
				Updates.combine(Updates.set(DirectoryEntry.CANDIDATE, entry.candidateId()),
						Updates.set(DirectoryEntry.PANEL, entry.panel()),
						Updates.set(DirectoryEntry.SINCE, entry.since()),
						Updates.set(DirectoryEntry.GUARD, entry.guard())),
				new UpdateOptions().upsert(true));
	}

	private static WriteModel<Document> empty(Stored<CandidateSheets> stored) {
		return new UpdateManyModel<>(
				Filters.and(Filters.eq(DirectoryEntry.CANDIDATE, stored.id()),
						Filters.nin("_id", stored.state().sheets().stream().map(Sheet::interviewId).toList()),
						Filters.ne(DirectoryEntry.SINCE, DirectoryEntry.NEVER),
						Filters.lt(DirectoryEntry.GUARD, stored.guard())),
				Updates.combine(Updates.set(DirectoryEntry.PANEL, List.of()),
						Updates.set(DirectoryEntry.SINCE, DirectoryEntry.NEVER),
						Updates.set(DirectoryEntry.GUARD, stored.guard())));
	}

	private Mono<Void> write(List<WriteModel<Document>> writes) {
		return writes.isEmpty() ? Mono.empty() : this.collection
			.flatMap((entries) -> Mono.from(entries.bulkWrite(writes, new BulkWriteOptions().ordered(false))))
			.then()
			.onErrorResume(MongoBulkWriteException.class, (ex) -> newerOnly(ex) ? Mono.empty() : Mono.error(ex));
	}

	private static boolean newerOnly(MongoBulkWriteException ex) {
		return ex.getWriteConcernError() == null
				&& ex.getWriteErrors().stream().allMatch((error) -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
	}

}
