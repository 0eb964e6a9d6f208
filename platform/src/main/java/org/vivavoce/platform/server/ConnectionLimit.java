package org.vivavoce.platform.server;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.channel.Channel;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Closes connections beyond a number. Each costs memory and a file, so a flood of them
 * would take the service from everybody, also from those who are connected.
 */
final class ConnectionLimit {

	private static final Log logger = LogFactory.getLog(ConnectionLimit.class);

	private static final long PAUSE = 60_000;

	private final int most;

	private final AtomicInteger open = new AtomicInteger();

	private final AtomicLong told = new AtomicLong();

	ConnectionLimit(int most) {
		this.most = most;
	}

	/**
	 * Count a connection until it is closed.
	 * @return false when there are too many: then it is closed
	 */
	boolean admits(Channel channel) {
		int now = this.open.incrementAndGet();
		channel.closeFuture().addListener((closed) -> this.open.decrementAndGet());
		if (now <= this.most) {
			return true;
		}
		channel.close();
		long at = System.currentTimeMillis();
		long last = this.told.get();
		if (at - last > PAUSE && this.told.compareAndSet(last, at)) {
			logger.warn(
					"There are " + this.most + " connections (vivavoce.web.connection.most): more are closed at once");
		}
		return false;
	}

}
