package org.vivavoce.platform.problem;

import java.net.SocketException;

import org.springframework.web.util.DisconnectedClientHelper;

/**
 * What remains of a request whose client has gone. Nobody hears its answer, and it is no
 * fault of the service.
 */
public final class HungUp {

	private HungUp() {
	}

	/**
	 * Whether a failure says that the connection of a request is gone. Lost connections
	 * to the store or the broker come in exceptions of their drivers, and are others.
	 */
	public static boolean is(Throwable failure) {
		return failure instanceof SocketException || DisconnectedClientHelper.isClientDisconnectedException(failure);
	}

}
