package org.vivavoce.embedded;

import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;

/**
 * Kafka's own server, broker and controller in one, inside this JVM and on loopback only.
 * Topics, records, offsets and the cluster's identity live in a directory: a record
 * acknowledged with {@code acks=all} survives the death of the process (it is in the
 * operating system's page cache), though not a power cut. Topics have to be created by
 * their owners; records are kept until a topic says otherwise.
 */
public final class EmbeddedBroker implements AutoCloseable {

	private final DataDirectory directory;

	private final KafkaNode node;

	private final int port;

	private EmbeddedBroker(DataDirectory directory, KafkaNode node, int port) {
		this.directory = directory;
		this.node = node;
		this.port = port;
	}

	/**
	 * Starts a broker, returning when it serves clients.
	 * @param directory where its data is, created when it does not exist
	 * @param port the port that clients connect to, or 0 for any free one
	 * @return the running broker
	 * @throws StartException if the port is taken, the directory cannot be written or
	 * another instance uses it
	 */
	public static EmbeddedBroker start(Path directory, int port) {
		return start(directory, port, BrokerSecurity.NONE);
	}

	/**
	 * Starts a broker that asks who its clients are.
	 * @param directory where its data is, created when it does not exist
	 * @param port the port that clients connect to, or 0 for any free one
	 * @param security who is let in
	 * @return the running broker
	 * @throws StartException as {@link #start(Path, int)} does
	 */
	public static EmbeddedBroker start(Path directory, int port, BrokerSecurity security) {
		DataDirectory claimed = DataDirectory.claim(directory);
		try {
			return start(claimed, port, security);
		}
		catch (RuntimeException ex) {
			claimed.close();
			throw ex;
		}
	}

	private static EmbeddedBroker start(DataDirectory directory, int port, BrokerSecurity security) {
		ServerSocketChannel clients = Loopback.listen(port);
		int actualPort = Loopback.port(clients);
		return new EmbeddedBroker(directory, KafkaNode.start(directory.resolve("log"), clients, security), actualPort);
	}

	/**
	 * The address for {@code bootstrap.servers}.
	 * @return host and port
	 */
	public String bootstrapServers() {
		InetSocketAddress address = Loopback.address(this.port);
		return address.getHostString() + ":" + address.getPort();
	}

	@Override
	public void close() {
		try {
			this.node.close();
		}
		finally {
			this.directory.close();
		}
	}

}
