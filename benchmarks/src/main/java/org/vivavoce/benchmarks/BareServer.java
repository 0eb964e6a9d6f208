package org.vivavoce.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/**
 * The server beneath Spring's, with nothing on it: it answers every request with the same
 * bytes, or with 304 on {@code /304}.
 */
final class BareServer {

	static final String READY = "the bare server listens on ";

	private BareServer() {
	}

	/**
	 * Serve until the process is ended.
	 * @param args the file with the bytes
	 */
	public static void main(String[] args) throws IOException {
		ByteBuf bytes = Unpooled
			.unreleasableBuffer(Unpooled.directBuffer().writeBytes(Files.readAllBytes(Path.of(args[0]))));
		var server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.route((routes) -> routes.get("/304", (request, response) -> response.status(304).send())
				.get("/**",
						(request, response) -> response.header("Content-Type", "application/json")
							.header("Content-Length", Integer.toString(bytes.readableBytes()))
							.send(Mono.fromSupplier(bytes::duplicate))))
			.bindNow();
		System.out.println(READY + server.port());
		server.onDispose().block();
	}

}
