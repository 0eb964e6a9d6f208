package org.vivavoce.question.kit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.store.Decision;

/**
 * All versions of an interview kit.
 *
 * @param versions by version, at least one
 * @param retirement null while interviews are planned by it
 */
public record KitHistory(String id, List<Kit> versions, @Nullable Retirement retirement) {

	/** So many fit into one document by far. */
	static final int MOST_VERSIONS = 200;

	public KitHistory {
		versions = List.copyOf(versions);
	}

	/**
	 * That no interview is planned by it any more.
	 */
	public record Retirement(String by, Instant at) {

	}

	public Kit latest() {
		return this.versions.getLast();
	}

	public boolean retired() {
		return this.retirement != null;
	}

	/**
	 * One version, or without a number the latest.
	 */
	public Optional<Kit> version(@Nullable Integer version) {
		return (version == null) ? Optional.of(latest())
				: this.versions.stream().filter((kit) -> kit.version() == version).findFirst();
	}

	/**
	 * The versions before another one, the latest first.
	 */
	List<Kit> before(int version, int limit) {
		return this.versions.reversed().stream().filter((kit) -> kit.version() < version).limit(limit).toList();
	}

	/**
	 * Make this the latest version, unless it says what the latest does. A kit that was
	 * retired is in use again.
	 */
	static Decision<KitHistory, KitHistory> save(Optional<KitHistory> current, Kit draft) {
		List<Kit> versions = new ArrayList<>(current.map(KitHistory::versions).orElse(List.of()));
		boolean same = !versions.isEmpty() && draft.hasSameContent(versions.getLast());
		if (same && current.filter(KitHistory::retired).isEmpty()) {
			return Decision.keep(current.orElseThrow());
		}
		if (!same) {
			versions.add(draft.as(versions.size() + 1, draft.author(), draft.at()));
		}
		KitHistory next = new KitHistory(draft.id(), versions, null);
		return Decision.write(next, List.of(), next);
	}

	/**
	 * Plan no interview by it any more. Those that were planned keep their version.
	 */
	Decision<KitHistory, KitHistory> retire(Retirement retirement) {
		KitHistory next = new KitHistory(this.id, this.versions, retirement);
		return retired() ? Decision.keep(this) : Decision.write(next, List.of(), next);
	}

}
