package org.vivavoce.platform.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.vivavoce.platform.store.Stored;

/**
 * Documents as this reader has left them, so that they need not be loaded for each of
 * their events. Whoever writes them meanwhile is noticed by their guard. It holds those
 * that were used last, up to a total size as stored; in memory they take about three
 * times as much.
 */
final class KnownDocuments<S> {

	private final Cache<String, Known<S>> documents;

	/**
	 * @param maxSize of all together as they are stored, in bytes; 0 to know none
	 */
	KnownDocuments(long maxSize) {
		this.documents = Caffeine.newBuilder()
			.maximumWeight(maxSize)
			.weigher((String id, Known<S> known) -> known.size())
			.executor(Runnable::run)
			.build();
	}

	private record Known<S>(Stored<S> stored, int size) {

	}

	Map<String, Stored<S>> of(Collection<String> ids) {
		Map<String, Stored<S>> found = new HashMap<>();
		this.documents.getAllPresent(ids).forEach((id, known) -> found.put(id, known.stored()));
		return found;
	}

	/**
	 * @param sizes as stored, in bytes, by id; what has none is not kept
	 */
	void put(Stored<S> stored, Map<String, Integer> sizes) {
		Integer size = sizes.get(stored.id());
		if (size != null) {
			this.documents.put(stored.id(), new Known<>(stored, size));
		}
	}

	void forget(Collection<String> ids) {
		this.documents.invalidateAll(ids);
	}

	void forgetAll() {
		this.documents.invalidateAll();
	}

}
