package org.vivavoce.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.controller.Controller;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.storage.internals.checkpoint.CleanShutdownFileHandler;

/**
 * The broker that used a directory before. When it was killed, the controller would let
 * no other take its id until its session ends, 9 s later; the lock on the directory,
 * which the controller holds, proves that it is dead.
 */
final class FormerBroker {

	private static final Duration ACTIVATION_LIMIT = Duration.ofSeconds(10);

	private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

	private final boolean killed;

	private FormerBroker(boolean killed) {
		this.killed = killed;
	}

	/**
	 * @param logs before anything starts in it
	 */
	static FormerBroker of(Path logs) {
		return new FormerBroker(Files.exists(logs.resolve("meta.properties"))
				&& !new CleanShutdownFileHandler(logs.toString()).exists());
	}

	/**
	 * Withdraw its registration. Topics and records are not touched; its partitions have
	 * no leader until the next broker registers, as after the end of its session.
	 * @param controller active soon, for it is the only one
	 */
	void withdraw(Controller controller) throws InterruptedException, ExecutionException, TimeoutException {
		long limit = System.nanoTime() + ACTIVATION_LIMIT.toNanos();
		while (this.killed && !withdrawn(controller) && System.nanoTime() < limit) {
			Thread.sleep(BETWEEN_TRIES);
		}
	}

	private static boolean withdrawn(Controller controller)
			throws InterruptedException, ExecutionException, TimeoutException {
		ControllerRequestContext context = new ControllerRequestContext(new RequestHeaderData(),
				KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
		try {
			controller.unregisterBroker(context, BrokerConfiguration.NODE_ID)
				.get(ACTIVATION_LIMIT.toSeconds(), TimeUnit.SECONDS);
			return true;
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof BrokerIdNotRegisteredException) {
				return true;
			}
			if (ex.getCause() instanceof NotControllerException) {
				return false;
			}
			throw ex;
		}
	}

}
