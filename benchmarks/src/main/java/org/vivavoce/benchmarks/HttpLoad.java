package org.vivavoce.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Sends requests over kept connections, each caller waiting for its answer. It does as
 * little as a client can, so that it leaves the machine to the server.
 */
final class HttpLoad {

	private static final int TIMEOUT_MS = 30_000;

	private final int port;

	private final int callers;

	HttpLoad(int port, int callers) {
		this.port = port;
		this.callers = callers;
	}

	/**
	 * A request.
	 *
	 * @param headers whole lines
	 */
	record Request(String method, String path, List<String> headers, String body, int expectedStatus) {

		static Request get(String path, String token, int expectedStatus, String... headers) {
			List<String> all = new ArrayList<>(List.of("Authorization: Bearer " + token));
			all.addAll(List.of(headers));
			return new Request("GET", path, all, "", expectedStatus);
		}

		static Request json(String method, String path, String token, String body, int expectedStatus) {
			return new Request(method, path,
					List.of("Authorization: Bearer " + token, "Content-Type: application/json"), body, expectedStatus);
		}

		byte[] bytes() {
			StringBuilder head = new StringBuilder(this.method + " " + this.path + " HTTP/1.1\r\nHost: localhost\r\n");
			this.headers.forEach((header) -> head.append(header).append("\r\n"));
			byte[] content = this.body.getBytes(StandardCharsets.UTF_8);
			if (content.length > 0) {
				head.append("Content-Length: ").append(content.length).append("\r\n");
			}
			byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
			byte[] all = new byte[start.length + content.length];
			System.arraycopy(start, 0, all, 0, start.length);
			System.arraycopy(content, 0, all, start.length, content.length);
			return all;
		}

	}

	/**
	 * An answer.
	 *
	 * @param head status line and headers
	 */
	record Answer(int status, String head, byte[] body) {

		String header(String name) {
			return this.head.lines()
				.filter((line) -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
				.map((line) -> line.substring(name.length() + 1).strip())
				.findFirst()
				.orElse("");
		}

	}

	/**
	 * What came of it.
	 *
	 * @param rate answers per second
	 * @param latency in microseconds
	 */
	record Outcome(double rate, Histogram latency) {

	}

	/**
	 * One request.
	 */
	Answer once(Request request) {
		try (Connection connection = new Connection(this.port)) {
			return connection.send(request.bytes(), true);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * All callers send the same again and again.
	 */
	Outcome repeat(Request request, Duration duration) {
		byte[] bytes = request.bytes();
		return run(duration, Integer.MAX_VALUE, (caller) -> bytes, request.expectedStatus());
	}

	/**
	 * The callers share requests that are each sent once.
	 * @param requests by number, from 0
	 */
	Outcome each(int count, IntFunction<Request> requests, int expectedStatus) {
		return run(Duration.ofMinutes(10), count, (number) -> requests.apply(number).bytes(), expectedStatus);
	}

	private Outcome run(Duration duration, int count, IntFunction<byte[]> requests, int expectedStatus) {
		Recorder recorder = new Recorder(2);
		long begin = System.nanoTime();
		long end = begin + duration.toNanos();
		try (ExecutorService threads = Executors.newFixedThreadPool(this.callers)) {
			List<Future<Long>> done = new ArrayList<>();
			for (int caller = 0; caller < this.callers; caller++) {
				int first = caller;
				done.add(threads.submit(() -> call(first, count, requests, expectedStatus, end, recorder)));
			}
			long answers = 0;
			for (Future<Long> each : done) {
				answers += each.get();
			}
			return new Outcome(answers * 1e9 / (System.nanoTime() - begin), recorder.getIntervalHistogram());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A request has failed: " + ex.getMessage(), ex);
		}
	}

	private long call(int first, int count, IntFunction<byte[]> requests, int expectedStatus, long end,
			Recorder recorder) throws IOException {
		long answers = 0;
		try (Connection connection = new Connection(this.port)) {
			for (int number = first; number < count && System.nanoTime() < end; number += this.callers) {
				byte[] request = requests.apply(number);
				long sent = System.nanoTime();
				Answer answer = connection.send(request, false);
				recorder.recordValue((System.nanoTime() - sent) / 1_000);
				if (answer.status() != expectedStatus) {
					throw new IllegalStateException("The answer is " + answer.head());
				}
				answers++;
			}
		}
		return answers;
	}

	private static final class Connection implements AutoCloseable {

		private final Socket socket;

		private final InputStream input;

		private final StringBuilder line = new StringBuilder();

		Connection(int port) throws IOException {
			this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
			this.socket.setTcpNoDelay(true);
			this.socket.setSoTimeout(TIMEOUT_MS);
			this.input = new BufferedInputStream(this.socket.getInputStream(), 65_536);
		}

		Answer send(byte[] request, boolean keep) throws IOException {
			this.socket.getOutputStream().write(request);
			String status = line();
			StringBuilder head = new StringBuilder(keep ? status + "\n" : status);
			long length = 0;
			boolean chunked = false;
			for (String header = line(); !header.isEmpty(); header = line()) {
				if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
					length = Long.parseLong(header.substring(15).strip());
				}
				chunked |= header.regionMatches(true, 0, "transfer-encoding: chunked", 0, 26);
				if (keep) {
					head.append(header).append('\n');
				}
			}
			byte[] body = chunked ? chunks(keep) : content(length, keep);
			return new Answer(Integer.parseInt(status.substring(9, 12)), head.toString(), body);
		}

		private byte[] content(long length, boolean keep) throws IOException {
			if (keep) {
				return this.input.readNBytes((int) length);
			}
			this.input.skipNBytes(length);
			return new byte[0];
		}

		private byte[] chunks(boolean keep) throws IOException {
			byte[] all = new byte[0];
			while (true) {
				int size = Integer.parseInt(line(), 16);
				byte[] chunk = content(size, keep);
				if (keep) {
					byte[] longer = new byte[all.length + chunk.length];
					System.arraycopy(all, 0, longer, 0, all.length);
					System.arraycopy(chunk, 0, longer, all.length, chunk.length);
					all = longer;
				}
				line();
				if (size == 0) {
					return all;
				}
			}
		}

		private String line() throws IOException {
			this.line.setLength(0);
			for (int next = this.input.read(); next != '\n'; next = this.input.read()) {
				if (next < 0) {
					throw new IOException("The server has closed the connection");
				}
				if (next != '\r') {
					this.line.append((char) next);
				}
			}
			return this.line.toString();
		}

		@Override
		public void close() throws IOException {
			this.socket.close();
		}

	}

}
