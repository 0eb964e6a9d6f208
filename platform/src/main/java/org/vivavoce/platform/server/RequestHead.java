package org.vivavoce.platform.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * What is wrong with the head of a request (RFC 9112).
 */
final class RequestHead {

	/** RFC 3986, section 3.2.2, without percent-encoding: no host of ours needs it. */
	private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{0,5})?");

	private RequestHead() {
	}

	/**
	 * Why a request cannot be answered otherwise; null when it can.
	 */
	static @Nullable ProblemException problem(HttpRequest request) {
		if (request.decoderResult().isFailure()) {
			return switch (request.decoderResult().cause()) {
				case TooLongHttpHeaderException ex -> new ProblemException(ProblemTypes.HEAD_TOO_LARGE,
						"The headers are larger than what is accepted here: server.max-http-request-header-size");
				case TooLongHttpLineException ex -> new ProblemException(ProblemTypes.ADDRESS_TOO_LONG,
						"The address is longer than what is accepted here: server.netty.max-initial-line-length");
				default -> malformed("The request is not HTTP/1.1");
			};
		}
		List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
		if (hosts.size() != 1) {
			return malformed(
					hosts.isEmpty() ? "The header Host is missing" : "The header Host is there more than once");
		}
		if (!HOST.matcher(hosts.getFirst()).matches()) {
			return malformed("The header Host names no host");
		}
		return isAddress(request) ? null : malformed("The address has characters that are not accepted");
	}

	private static boolean isAddress(HttpRequest request) {
		String address = request.uri();
		if (address.equals("*")) {
			return request.method().equals(HttpMethod.OPTIONS);
		}
		if (!address.startsWith("/") && !address.regionMatches(true, 0, "http://", 0, 7)
				&& !address.regionMatches(true, 0, "https://", 0, 8)) {
			return false;
		}
		try {
			// two slashes at the beginning would be taken for a host
			return new URI(address.startsWith("/") ? "http://host" + address : address).getRawAuthority() != null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	private static ProblemException malformed(String detail) {
		return new ProblemException(ProblemTypes.MALFORMED, detail);
	}

}
