package org.vivavoce.question.importing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentReaderTests {

	private final DocumentReader reader = new DocumentReader();

	private final CountDownLatch started = new CountDownLatch(1);

	private final CountDownLatch interrupted = new CountDownLatch(1);

	@AfterEach
	void stop() {
		this.reader.destroy();
	}

	@Test
	void whoCancelsInterruptsTheReading() throws InterruptedException {
		Disposable request = this.reader.run(this::readForever).subscribe();
		await(this.started);
		request.dispose();
		await(this.interrupted);
	}

	@Test
	void aClientThatGoesAwayInterruptsTheReading() throws InterruptedException, IOException {
		DisposableServer server = HttpServer.create()
			.host(InetAddress.getLoopbackAddress().getHostAddress())
			.port(0)
			.handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(RouterFunctions.route()
				.POST("/",
						(request) -> request.bodyToMono(byte[].class)
							.flatMap((body) -> this.reader.run(this::readForever))
							.flatMap((read) -> ServerResponse.ok().bodyValue(read)))
				.build(), HandlerStrategies.withDefaults())))
			.bindNow();
		try (Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
			client.getOutputStream()
				.write("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 4\r\n\r\na: 1"
					.getBytes(StandardCharsets.US_ASCII));
			await(this.started);
		}
		await(this.interrupted);
		server.disposeNow();
	}

	@Test
	void whoComesWhenTooManyWaitIsToldToComeBack() throws InterruptedException {
		List<Disposable> requests = new ArrayList<>();
		for (int number = 0; number < 42; number++) {
			requests.add(this.reader.run(this::readForever).subscribe());
		}
		await(this.started);
		StepVerifier.create(this.reader.run(() -> "read")).expectErrorSatisfies((ex) -> {
			assertThat(ProblemTypes.UNAVAILABLE.isTypeOf(ex)).isTrue();
			assertThat(((ProblemException) ex).retryAfter()).isEqualTo(Duration.ofSeconds(5));
		}).verify(Duration.ofSeconds(10));
		requests.forEach(Disposable::dispose);
	}

	private String readForever() {
		this.started.countDown();
		try {
			new CountDownLatch(1).await();
			return "";
		}
		catch (InterruptedException ex) {
			this.interrupted.countDown();
			throw new CancellationException();
		}
	}

	private static void await(CountDownLatch latch) throws InterruptedException {
		assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
	}

}
