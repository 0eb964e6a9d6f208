package org.vivavoce.testing.pipeline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The ports of one standalone process. They lie below the range from which the operating
 * system takes those of outgoing connections, so that they are still free when a process
 * is started again.
 */
public record Ports(int gateway, int question, int scoring, int report, int kafka, int store) {

	private static final int FIRST = 20_000;

	private static final int COUNT = 12_000;

	private static final AtomicInteger NEXT = new AtomicInteger((int) (ProcessHandle.current().pid() * 101 % COUNT));

	public static Ports free() {
		List<Integer> ports = IntStream.range(0, 6).mapToObj((each) -> freePort()).toList();
		return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4), ports.get(5));
	}

	public static int freePort() {
		return IntStream.generate(() -> FIRST + NEXT.getAndIncrement() % COUNT)
			.limit(COUNT)
			.filter(Ports::isFree)
			.findFirst()
			.orElseThrow();
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

	public List<String> settings() {
		return List.of("--vivavoce.port=" + this.gateway, "--vivavoce.question-port=" + this.question,
				"--vivavoce.scoring-port=" + this.scoring, "--vivavoce.report-port=" + this.report,
				"--vivavoce.kafka-port=" + this.kafka, "--vivavoce.store-port=" + this.store);
	}

}
