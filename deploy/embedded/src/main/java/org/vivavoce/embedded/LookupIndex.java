package org.vivavoce.embedded;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index that may hold several documents for a value. It finds documents by the values
 * of its first field, which is enough to spare most queries a look at every document;
 * ranges and sorting do not use it. The backend checks what is found against the whole
 * query, so it may find too much but never too little.
 */
final class LookupIndex extends Index<Object> {

	/** The value, then the position, so that the entries of a value are neighbours. */
	private final MVMap<byte[], Object> entries;

	private final IndexedValues values;

	LookupIndex(MVMap<byte[], Object> entries, String name, List<IndexKey> keys) {
		// a sparse index need not know every document that is removed
		super(name, keys, true);
		this.entries = entries;
		this.values = new IndexedValues(keys.getFirst().getKey());
	}

	@Override
	public boolean canHandle(Document query) {
		return this.values.asked(query) != null;
	}

	@Override
	public Iterable<Object> getPositions(Document query) {
		Set<Object> positions = new LinkedHashSet<>();
		Collection<?> asked = this.values.asked(query);
		if (asked != null) {
			asked.forEach((value) -> collect(value, positions));
		}
		return positions;
	}

	private void collect(Object value, Set<Object> positions) {
		byte[] prefix = KeyBytes.encode(new KeyValue(value).normalized());
		Iterator<byte[]> keys = this.entries.keyIterator(prefix);
		while (keys.hasNext()) {
			byte[] key = keys.next();
			if (key.length < prefix.length || !Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length)) {
				return;
			}
			Object position = this.entries.get(key);
			if (position != null) {
				positions.add(position);
			}
		}
	}

	@Override
	public void add(Document document, Object position, MongoCollection<Object> collection) {
		this.values.of(document).forEach((value) -> this.entries.put(key(value, position), position));
	}

	@Override
	public @Nullable Object remove(Document document) {
		Object position = document.get("_id");
		this.values.of(document).forEach((value) -> this.entries.remove(key(value, position)));
		return null;
	}

	@Override
	public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
		if (!this.values.of(before).equals(this.values.of(after))) {
			remove(before);
			add(after, position, collection);
		}
	}

	private static byte[] key(Object value, @Nullable Object position) {
		return KeyBytes.encode(new KeyValue(value, position).normalized());
	}

	@Override
	public @Nullable Object getPosition(Document document) {
		return null;
	}

	@Override
	public void checkAdd(Document document, MongoCollection<Object> collection) {
	}

	@Override
	public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
	}

	@Override
	public long getCount() {
		return this.entries.sizeAsLong();
	}

	@Override
	public long getDataSize() {
		return getCount();
	}

	@Override
	public void drop() {
	}

}
