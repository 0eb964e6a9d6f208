package org.vivavoce.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/**
 * Sockets that only this machine can reach.
 */
final class Loopback {

	static final String HOST = "127.0.0.1";

	private Loopback() {
	}

	static InetSocketAddress address(int port) {
		return new InetSocketAddress(HOST, port);
	}

	/**
	 * Opens a listening socket.
	 * @param port the port, or 0 for any free one
	 * @return the bound, non-blocking socket
	 * @throws StartException if the port cannot be used, mostly because it is taken
	 */
	static ServerSocketChannel listen(int port) {
		try {
			ServerSocketChannel socket = ServerSocketChannel.open();
			try {
				socket.configureBlocking(false);
				return socket.bind(address(port));
			}
			catch (IOException ex) {
				socket.close();
				throw ex;
			}
		}
		catch (BindException ex) {
			throw unusable(port, ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static StartException unusable(int port, Throwable cause) {
		return new StartException("Port " + port + " on " + HOST + " cannot be used (" + cause.getMessage()
				+ "); stop what uses it or choose another port.", cause);
	}

	static int port(ServerSocketChannel socket) {
		return socket.socket().getLocalPort();
	}

}
