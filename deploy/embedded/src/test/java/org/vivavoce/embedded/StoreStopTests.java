package org.vivavoce.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StoreStopTests {

	private static final int STOPS = 30;

	private static final int CALLERS = 8;

	private static final int ENOUGH = 20;

	private static final int PATIENCE = 3000;

	@TempDir
	Path directory;

	@Test
	void whoeverConnectsWhileItStopsIsLetGo() throws Exception {
		for (int stop = 0; stop < STOPS; stop++) {
			Queue<Socket> clients = new ConcurrentLinkedQueue<>();
			CountDownLatch some = new CountDownLatch(ENOUGH);
			List<Thread> callers = new ArrayList<>();
			try (EmbeddedStore store = EmbeddedStore.start(this.directory, 0)) {
				int port = Integer.parseInt(store.connectionString().replaceAll(".*:", ""));
				for (int caller = 0; caller < CALLERS; caller++) {
					callers.add(Thread.startVirtualThread(() -> connectUntilRefused(port, clients, some)));
				}
				some.await();
			}
			for (Thread caller : callers) {
				caller.join();
			}
			for (Socket client : clients) {
				assertThat(letGo(client)).as("stop %d", stop).isTrue();
			}
		}
	}

	private static void connectUntilRefused(int port, Queue<Socket> clients, CountDownLatch some) {
		try {
			while (true) {
				Socket client = new Socket();
				client.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE);
				if (client.getLocalPort() == port) {
					// nobody listens any more, and it was given the very port that it
					// called
					client.close();
					return;
				}
				clients.add(client);
				some.countDown();
			}
		}
		catch (IOException refused) {
			// the store has stopped
		}
	}

	private static boolean letGo(Socket client) throws IOException {
		try (client) {
			client.setSoTimeout(PATIENCE);
			// a connection that was never accepted is noticed by writing only
			client.getOutputStream().write(0);
			return client.getInputStream().read() < 0;
		}
		catch (SocketTimeoutException ex) {
			return false;
		}
		catch (SocketException reset) {
			return true;
		}
	}

}
