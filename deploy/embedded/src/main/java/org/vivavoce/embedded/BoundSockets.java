package org.vivavoce.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

import org.apache.kafka.server.ServerSocketFactory;

/**
 * Hands Kafka the sockets that are bound already; closes them unless Kafka has taken
 * over.
 */
final class BoundSockets implements ServerSocketFactory, AutoCloseable {

	private final ServerSocketChannel clients;

	private final ServerSocketChannel controller;

	private boolean handedOver;

	BoundSockets(ServerSocketChannel clients, ServerSocketChannel controller) {
		this.clients = clients;
		this.controller = controller;
	}

	int clientPort() {
		return Loopback.port(this.clients);
	}

	int controllerPort() {
		return Loopback.port(this.controller);
	}

	void handedOver() {
		this.handedOver = true;
	}

	@Override
	public ServerSocketChannel openServerSocket(String listenerName, InetSocketAddress address, int backlog,
			int receiveBuffer) {
		return BrokerConfiguration.CONTROLLER_LISTENER.equals(listenerName) ? this.controller : this.clients;
	}

	@Override
	public void close() throws IOException {
		if (!this.handedOver) {
			this.clients.close();
			this.controller.close();
		}
	}

}
