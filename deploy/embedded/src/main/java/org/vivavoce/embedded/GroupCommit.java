package org.vivavoce.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.EventExecutor;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs write commands one after the other and holds their replies back until the store
 * has committed. The commit is queued behind the commands that are waiting when the first
 * reply is held, so that it covers them all.
 */
final class GroupCommit {

	private static final Logger logger = LoggerFactory.getLogger(GroupCommit.class);

	private final EventExecutor writer;

	private final MVStore store;

	private final List<Reply> held = new ArrayList<>();

	GroupCommit(EventExecutor writer, MVStore store) {
		this.writer = writer;
		this.store = store;
	}

	void write(ChannelHandlerContext client, Supplier<Object> command) {
		this.writer.execute(() -> hold(new Reply(client, command.get())));
	}

	private void hold(Reply reply) {
		if (this.held.isEmpty()) {
			this.writer.execute(this::commit);
		}
		this.held.add(reply);
	}

	private void commit() {
		try {
			this.store.commit();
			this.held.forEach(Reply::send);
		}
		catch (RuntimeException ex) {
			logger.error("The store could not be written, nothing is acknowledged any more", ex);
			this.held.forEach(Reply::withhold);
		}
		this.held.clear();
	}

}
