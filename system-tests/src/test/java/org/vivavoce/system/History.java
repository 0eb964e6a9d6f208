package org.vivavoce.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * What one interviewer asked to be written in one place, and what was acknowledged. One
 * request at a time: only then is "the last one" a fact. Every content is used once.
 */
final class History {

	private static final int UNKNOWN = 0;

	private final ReentrantLock turn = new ReentrantLock();

	private final List<Write> writes = new ArrayList<>();

	/**
	 * A content and the revision it was acknowledged with; 0 while nobody knows what
	 * became of it.
	 */
	private record Write(String content, int revision) {

	}

	ReentrantLock turn() {
		return this.turn;
	}

	/**
	 * What to send: after an answer that never came now and then the same again, as a
	 * client does, otherwise something new.
	 */
	synchronized String next(String fresh, boolean again) {
		return (again && !this.writes.isEmpty()) ? this.writes.getLast().content() : fresh;
	}

	/**
	 * A request for this is on its way.
	 */
	synchronized void sent(String content) {
		if (this.writes.isEmpty() || !this.writes.getLast().content().equals(content)) {
			this.writes.add(new Write(content, UNKNOWN));
		}
	}

	/**
	 * The request that was sent last certainly did nothing.
	 */
	synchronized void refused(boolean again) {
		if (!again) {
			this.writes.removeLast();
		}
	}

	/**
	 * The request that was sent last is acknowledged.
	 * @return what is wrong with the revision
	 */
	synchronized Optional<String> acknowledged(int revision) {
		Write last = this.writes.removeLast();
		int before = acknowledged();
		int least = (last.revision() != UNKNOWN) ? last.revision() : revision(before) + 1;
		int most = (last.revision() != UNKNOWN) ? last.revision() : revision(before) + this.writes.size() - before;
		this.writes.add(new Write(last.content(), revision));
		return (revision >= least && revision <= most) ? Optional.empty() : Optional
			.of("'" + last.content() + "' got revision " + revision + ", expected " + least + " to " + most);
	}

	private int acknowledged() {
		int index = this.writes.size() - 1;
		while (index >= 0 && this.writes.get(index).revision() == UNKNOWN) {
			index--;
		}
		return index;
	}

	private int revision(int index) {
		return (index >= 0) ? this.writes.get(index).revision() : 0;
	}

	/**
	 * Compare with what is there now.
	 * @param content null when there is nothing
	 * @return what is wrong
	 */
	synchronized Optional<String> fault(@Nullable String content, int revision) {
		int last = acknowledged();
		if (content == null) {
			return (last < 0) ? Optional.empty() : Optional.of("lost: " + this.writes);
		}
		int found = this.writes.stream().map(Write::content).toList().indexOf(content);
		if (found < 0) {
			return Optional.of("nobody wrote '" + content + "'");
		}
		// each write in between that nobody knows of may have taken a revision
		int least = revision(last) + ((found > last) ? 1 : 0);
		int most = revision(last) + found - last;
		return (found >= last && revision >= least && revision <= most) ? Optional.empty()
				: Optional.of("'" + content + "' with revision " + revision + " stands in " + this.writes);
	}

	synchronized int count() {
		return (int) this.writes.stream().filter((write) -> write.revision() != UNKNOWN).count();
	}

	synchronized int unknown() {
		return this.writes.size() - count();
	}

}
