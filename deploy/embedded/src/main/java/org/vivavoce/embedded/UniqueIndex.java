package org.vivavoce.embedded;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.List;
import java.util.Map.Entry;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the documents with given field values are, at most one for each.
 */
final class UniqueIndex extends AbstractUniqueIndex<Object> {

	private final MVMap<byte[], Object> entries;

	UniqueIndex(MVMap<byte[], Object> entries, String name, List<IndexKey> keys, boolean sparse) {
		super(name, keys, sparse);
		this.entries = entries;
	}

	@Override
	protected @Nullable Object removeDocument(KeyValue key) {
		return this.entries.remove(KeyBytes.encode(key));
	}

	@Override
	protected boolean putKeyPosition(KeyValue key, @Nullable Object position) {
		return this.entries.putIfAbsent(KeyBytes.encode(key), Missing.ofNullable(position)) == null;
	}

	@Override
	protected Iterable<Entry<KeyValue, Object>> getIterable() {
		return this.entries.entrySet()
			.stream()
			.<Entry<KeyValue, Object>>map(
					(entry) -> new SimpleImmutableEntry<>(KeyBytes.decode(entry.getKey()), entry.getValue()))
			.toList();
	}

	@Override
	protected @Nullable Object getPosition(KeyValue key) {
		return this.entries.get(KeyBytes.encode(key));
	}

	@Override
	public long getCount() {
		return this.entries.sizeAsLong();
	}

	@Override
	public long getDataSize() {
		return getCount();
	}

}
