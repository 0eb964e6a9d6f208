package org.vivavoce.platform.server;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

import org.vivavoce.platform.problem.ProblemException;

/**
 * Problem details for a request that no filter has seen.
 */
final class ProblemResponse {

	private ProblemResponse() {
	}

	/**
	 * The last answer on a connection.
	 * @param problem without any text of the client's, so there is nothing to escape
	 */
	static FullHttpResponse of(ProblemException problem) {
		int status = problem.type().status().value();
		String json = """
				{"type":"%s","title":"%s","status":%d,"detail":"%s"}""".formatted(problem.type().uri(),
				problem.type().title(), status, problem.detail());
		ByteBuf body = Unpooled.copiedBuffer(json, StandardCharsets.UTF_8);
		FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
				HttpResponseStatus.valueOf(status), body);
		response.headers()
			.set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
			.set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
			.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
			.set(HttpHeaderNames.CACHE_CONTROL, "no-store")
			.set("X-Content-Type-Options", "nosniff");
		return response;
	}

}
