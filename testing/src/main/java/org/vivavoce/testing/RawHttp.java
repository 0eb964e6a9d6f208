package org.vivavoce.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * A connection on which a test sends bytes that no client would send.
 */
public final class RawHttp implements AutoCloseable {

	private final Socket socket;

	private RawHttp(Socket socket) {
		this.socket = socket;
	}

	/**
	 * Connect to a server on loopback.
	 */
	public static RawHttp to(int port) {
		try {
			return new RawHttp(new Socket(InetAddress.getLoopbackAddress(), port));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Send a whole request and read until the server closes the connection.
	 * @param lines of the head, without the blank one at its end
	 */
	public static String exchange(int port, String... lines) {
		try (RawHttp connection = to(port)) {
			return connection.send(String.join("\r\n", lines) + "\r\n\r\n").answer(Duration.ofSeconds(10));
		}
	}

	public RawHttp send(String bytes) {
		try {
			this.socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
			this.socket.getOutputStream().flush();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * All that the server sends until it closes the connection, or until nothing came for
	 * a while.
	 * @param patience how long to wait for more
	 */
	public String answer(Duration patience) {
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		try {
			this.socket.setSoTimeout((int) patience.toMillis());
			this.socket.getInputStream().transferTo(answer);
		}
		catch (SocketTimeoutException | SocketException ex) {
			// what came is what there is
			return answer.toString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return answer.toString(StandardCharsets.UTF_8);
	}

	/**
	 * Read at least so many bytes.
	 */
	public String read(int bytes) {
		try {
			this.socket.setSoTimeout(20_000);
			return new String(this.socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Whether the server closes the connection within a time.
	 */
	public boolean isClosedWithin(Duration patience) {
		long end = System.nanoTime() + patience.toNanos();
		byte[] dropped = new byte[8192];
		try {
			while (true) {
				long left = (end - System.nanoTime()) / 1_000_000;
				if (left <= 0) {
					return false;
				}
				this.socket.setSoTimeout((int) left);
				if (this.socket.getInputStream().read(dropped) < 0) {
					return true;
				}
			}
		}
		catch (SocketTimeoutException ex) {
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

	/**
	 * Hang up without a goodbye.
	 */
	public void reset() {
		try {
			this.socket.setSoLinger(true, 0);
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The status of an answer; 0 where there is none.
	 */
	public static int status(String answer) {
		return answer.startsWith("HTTP/1.") ? Integer.parseInt(answer.substring(9, 12)) : 0;
	}

	/**
	 * A header of an answer, empty where there is none.
	 */
	public static String header(String answer, String name) {
		return Arrays.stream(answer.split("\r\n\r\n", 2)[0].split("\r\n"))
			.filter((line) -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
			.map((line) -> line.substring(name.length() + 1).strip())
			.findFirst()
			.orElse("");
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
