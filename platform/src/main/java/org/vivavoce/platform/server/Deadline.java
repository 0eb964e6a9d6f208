package org.vivavoce.platform.server;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to come within a time. Used on one event loop only.
 */
final class Deadline {

	private @Nullable Future<?> timer;

	/**
	 * Begin to wait; goes on where somebody waits already.
	 */
	void start(ChannelHandlerContext context, Duration patience, Runnable missed) {
		if (this.timer == null) {
			this.timer = context.executor().schedule(missed, patience.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	/**
	 * It has come.
	 */
	void stop() {
		if (this.timer != null) {
			this.timer.cancel(false);
			this.timer = null;
		}
	}

}
