package org.vivavoce.testing.pipeline;

import java.util.concurrent.Executor;

/**
 * Runs each task on a platform thread of its own. Virtual threads that read from another
 * process hold on to the few threads that carry them, and then nothing else runs.
 */
public final class OwnThread {

	public static final Executor EACH = (task) -> Thread.ofPlatform().daemon().start(task);

	private OwnThread() {
	}

}
