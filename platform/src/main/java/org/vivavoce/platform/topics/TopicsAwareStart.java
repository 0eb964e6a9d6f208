package org.vivavoce.platform.topics;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Begins something as soon as the topics exist, on a thread of its own: the broker may be
 * away, and the service starts without it.
 */
public final class TopicsAwareStart {

	private static final Log logger = LogFactory.getLog(TopicsAwareStart.class);

	private final String name;

	private final TopicCreation topics;

	private volatile Thread waiting = new Thread();

	public TopicsAwareStart(String name, TopicCreation topics) {
		this.name = name;
		this.topics = topics;
	}

	public void begin(Runnable work) {
		this.waiting = Thread.ofPlatform().name(this.name).daemon().start(() -> {
			try {
				this.topics.exist().block();
			}
			catch (RuntimeException ex) {
				logger.debug("Stopped before the topics existed", ex);
				return;
			}
			work.run();
		});
	}

	/**
	 * Wait no longer. What has begun already is not stopped by this.
	 */
	public void cancel() {
		this.waiting.interrupt();
	}

}
