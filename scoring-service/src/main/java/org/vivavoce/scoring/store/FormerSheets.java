package org.vivavoce.scoring.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.bson.RawBsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

/**
 * The two collections in which earlier releases have kept the sheets: one document for
 * each candidate, and a directory by interview.
 */
final class FormerSheets {

	static final String COLLECTION = "score-sheets";

	private static final String DIRECTORY = "score-sheet-directory";

	private static final String CANDIDATE = "candidateId";

	private static final String GUARD = "guard";

	/**
	 * A batch ends with the document that makes it as large as this, so it has less than
	 * 20 MiB: a document has at most 16.
	 */
	private static final long BATCH_BYTES = 4 << 20;

	private static final int BATCH_DOCUMENTS = 200;

	private static final int READ_AHEAD = 20;

	private final ReactiveMongoDatabaseFactory databases;

	FormerSheets(ReactiveMongoDatabaseFactory databases) {
		this.databases = databases;
	}

	/**
	 * All documents, some at a time.
	 */
	Flux<List<RawBsonDocument>> batches() {
		return collection(COLLECTION).flatMapMany((documents) -> Flux
			.from(documents.withDocumentClass(RawBsonDocument.class).find().batchSize(READ_AHEAD))
			.bufferUntil(new Full()));
	}

	/**
	 * Tells when a batch is full.
	 */
	private static final class Full implements Predicate<RawBsonDocument> {

		private long bytes;

		private int documents;

		@Override
		public boolean test(RawBsonDocument document) {
			this.bytes += document.getByteBuffer().remaining();
			this.documents++;
			if (this.bytes < BATCH_BYTES && this.documents < BATCH_DOCUMENTS) {
				return false;
			}
			this.bytes = 0;
			this.documents = 0;
			return true;
		}

	}

	/**
	 * The candidate of each interview of these candidates, and of each of these
	 * interviews.
	 */
	Mono<Map<String, String>> listed(Collection<String> candidates, Collection<String> interviews) {
		return collection(DIRECTORY)
			.flatMapMany((entries) -> Flux.concat(entries.find(Filters.in(CANDIDATE, candidates)),
					entries.find(Filters.in("_id", interviews))))
			.collectMap((entry) -> entry.getString("_id"), (entry) -> entry.getString(CANDIDATE));
	}

	/**
	 * Delete what was moved, each only as it was read.
	 * @return how many of them are still there, because somebody has written them
	 * meanwhile
	 */
	Mono<Long> delete(List<FormerDocument> moved) {
		Set<String> ids = Set.copyOf(moved.stream().map(FormerDocument::candidateId).toList());
		List<DeleteOneModel<Document>> deletions = moved.stream()
			.map((each) -> new DeleteOneModel<Document>(Filters.and(Filters.eq("_id", each.candidateId()),
					Filters.eq(GUARD, each.guard()), Filters.eq(FormerDocument.WRITTEN_AT, each.writtenAt()))))
			.toList();
		return collection(DIRECTORY).flatMap((entries) -> Mono.from(entries.deleteMany(Filters.in(CANDIDATE, ids))))
			.then(collection(COLLECTION))
			.flatMap((documents) -> Mono.from(documents.bulkWrite(deletions, new BulkWriteOptions().ordered(false)))
				.then(Mono.from(documents.countDocuments(Filters.in("_id", ids)))));
	}

	private Mono<MongoCollection<Document>> collection(String name) {
		return this.databases.getMongoDatabase().map((database) -> database.getCollection(name));
	}

}
