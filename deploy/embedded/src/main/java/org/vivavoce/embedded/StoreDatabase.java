package org.vivavoce.embedded;

import java.util.List;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/**
 * The collections and indexes of one database, each a map in the store. The names are
 * those that the backend looks for when it opens a file.
 */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<Object> {

	private static final String DOCUMENTS = "databases.";

	private static final String DETAILS = "meta.";

	private final MVStore store;

	StoreDatabase(String name, MVStore store, CursorRegistry cursors) {
		super(name, cursors);
		this.store = store;
		initializeNamespacesAndIndexes();
	}

	@Override
	protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
		MVMap<Object, Document> documents = this.store.openMap(DOCUMENTS + namespace(name),
				new MVMap.Builder<Object, Document>().valueType(DocumentType.INSTANCE));
		MVMap<String, Object> details = this.store.openMap(DETAILS + namespace(name));
		return new StoreCollection(this, name, options, documents, details, this.cursorRegistry);
	}

	@Override
	protected Index<Object> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys,
			boolean sparse) {
		return new UniqueIndex(entries(collection, name), name, keys, sparse);
	}

	@Override
	protected Index<Object> openOrCreateSecondaryIndex(String collection, String name, List<IndexKey> keys,
			boolean sparse) {
		return new LookupIndex(entries(collection, name), name, keys);
	}

	private MVMap<byte[], Object> entries(String collection, String name) {
		return this.store.openMap(indexName(collection, name),
				new MVMap.Builder<byte[], Object>().keyType(ByteArrayDataType.INSTANCE));
	}

	@Override
	protected void dropIndex(MongoCollection<Object> collection, String name) {
		super.dropIndex(collection, name);
		this.store.removeMap(indexName(collection.getCollectionName(), name));
	}

	@Override
	public void dropCollection(String name, Oplog oplog) {
		super.dropCollection(name, oplog);
		this.store.removeMap(DOCUMENTS + namespace(name));
		this.store.removeMap(DETAILS + namespace(name));
	}

	private String indexName(String collection, String name) {
		return namespace(collection) + "._index_" + name;
	}

	private String namespace(String collection) {
		return getFullCollectionNamespace(collection);
	}

	@Override
	protected long getStorageSize() {
		return this.store.getFileStore().size();
	}

	@Override
	protected long getFileSize() {
		return getStorageSize();
	}

}
