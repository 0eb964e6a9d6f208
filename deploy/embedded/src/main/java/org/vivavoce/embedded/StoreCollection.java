package org.vivavoce.embedded;

import java.util.List;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;

/**
 * The documents of one collection.
 */
final class StoreCollection extends H2Collection {

	private final MVMap<Object, Document> documents;

	StoreCollection(MongoDatabase database, String name, CollectionOptions options, MVMap<Object, Document> documents,
			MVMap<String, Object> details, CursorRegistry cursors) {
		super(database, name, options, documents, details, cursors);
		this.documents = documents;
	}

	/**
	 * An update changes the document that it is given in place, while replies to other
	 * clients and the commit may be reading it: what is in the store is never given away.
	 */
	@Override
	protected QueryResult createQueryResult(List<Document> matches, int batchSize) {
		return super.createQueryResult(matches.stream().map(Document::cloneDeeply).toList(), batchSize);
	}

	/**
	 * An index is also used for a query that asks for more than its fields.
	 */
	@Override
	protected synchronized QueryResult queryDocuments(Document query, Document order, int skip, int limit,
			int batchSize, Document fields) {
		Document conditions = conditions(query);
		for (Index<Object> index : getIndexes()) {
			Document covered = covered(conditions, index);
			if (!covered.isEmpty() && index.canHandle(covered)) {
				return matchDocuments(query, index.getPositions(covered), order, skip, limit, batchSize, fields);
			}
		}
		return matchDocuments(query, order, skip, limit, batchSize, fields);
	}

	/**
	 * What an aggregation reads: one document after the other, not all of them at once.
	 */
	@Override
	public Stream<Document> queryAllAsStream() {
		return this.documents.values().stream().map(Document::cloneDeeply);
	}

	@Override
	public synchronized void addIndex(Index<Object> index) {
		super.addIndex(index);
	}

	@Override
	public synchronized void dropIndex(String name) {
		super.dropIndex(name);
	}

	private static Document covered(Document conditions, Index<Object> index) {
		Document covered = new Document();
		index.getKeys().forEach((key) -> {
			if (conditions.containsKey(key.getKey())) {
				covered.put(key.getKey(), conditions.get(key.getKey()));
			}
		});
		return covered;
	}

	/**
	 * One condition for each field: they all have to hold, so any one of them will do.
	 */
	private static Document conditions(Document query) {
		Document conditions = new Document();
		query.forEach((field, condition) -> {
			if ("$and".equals(field) && condition instanceof List<?> parts) {
				parts.stream()
					.filter(Document.class::isInstance)
					.map((part) -> conditions((Document) part))
					.forEach((part) -> part.forEach(conditions::putIfAbsent));
			}
			else {
				conditions.putIfAbsent(field, condition);
			}
		});
		return conditions;
	}

	/**
	 * Sizes are of no use to anyone here and would cost an encoding of each document.
	 */
	@Override
	protected boolean tracksDataSize() {
		return false;
	}

}
