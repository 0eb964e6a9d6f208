package org.vivavoce.platform.projection;

import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;

import org.vivavoce.platform.outage.Outage;

/**
 * Says why a batch does not get done: at once, then every minute, until it is.
 */
final class StallReporter implements BatchConsumerAwareMessageListener<byte[], byte[]> {

	private static final Log logger = LogFactory.getLog(StallReporter.class);

	private final String name;

	private final BatchConsumerAwareMessageListener<byte[], byte[]> reader;

	private final Observer observer;

	private final Outage outage = new Outage(logger);

	StallReporter(String name, BatchConsumerAwareMessageListener<byte[], byte[]> reader, Observer observer) {
		this.name = name;
		this.reader = reader;
		this.observer = observer;
	}

	/**
	 * Who else wants to know.
	 */
	interface Observer {

		/**
		 * Nobody.
		 */
		Observer NONE = new Observer() {
			@Override
			public void stalled(Stall why) {
			}

			@Override
			public void goesOn() {
			}
		};

		/**
		 * A batch has failed and will be repeated.
		 */
		void stalled(Stall why);

		/**
		 * A batch is done.
		 */
		void goesOn();

	}

	@Override
	public void onMessage(List<ConsumerRecord<byte[], byte[]>> messages, @Nullable Consumer<?, ?> consumer) {
		try {
			this.reader.onMessage(messages, consumer);
		}
		catch (RuntimeException | StackOverflowError ex) {
			Stall stall = Stall.of(messages, ex);
			this.observer.stalled(stall);
			this.outage.begins(this.name + " waits " + stall.describe());
			throw ex;
		}
		this.observer.goesOn();
		this.outage.ends(this.name + " goes on");
	}

}
