package org.vivavoce.gateway.limit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.nimbusds.jose.util.Base64URL;
import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

import org.vivavoce.platform.digest.Sha256;
import org.vivavoce.platform.security.TokenCookie;

/**
 * Whom a request is counted for.
 */
final class ClientKeys {

	private static final int DIGEST = 16;

	private static final int NETWORK = 8;

	private ClientKeys() {
	}

	/**
	 * The person, by the token. The gateway does not check it, so what it says inside
	 * could be anybody's; the token as a whole is not.
	 */
	static Optional<String> person(ServerHttpRequest request) {
		String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
		HttpCookie cookie = request.getCookies().getFirst(TokenCookie.NAME);
		String token = (header != null) ? header.replaceFirst("(?i)^bearer +", "")
				: (cookie != null) ? cookie.getValue() : null;
		return Optional.ofNullable(token).map(ClientKeys::digest);
	}

	/**
	 * The signature as bytes: as text it can be written in several ways.
	 */
	private static String digest(String token) {
		int dot = token.lastIndexOf('.');
		String signed = (dot < 0) ? token : token.substring(0, dot);
		byte[] signature = (dot < 0) ? new byte[0] : new Base64URL(token.substring(dot + 1)).decode();
		return Sha256.shortHex(DIGEST, signed.getBytes(StandardCharsets.UTF_8), signature);
	}

	/**
	 * The address of the client: of the connection, or the one that the outermost trusted
	 * proxy has seen. What stands further left in the header anybody can write.
	 */
	static String address(ServerHttpRequest request, int trustedProxies) {
		InetSocketAddress peer = request.getRemoteAddress();
		byte[] connected = (peer != null && peer.getAddress() != null) ? peer.getAddress().getAddress() : new byte[0];
		InetAddress seen = forwarded(request.getHeaders().getOrEmpty("X-Forwarded-For"), trustedProxies);
		return network((seen != null) ? seen.getAddress() : connected);
	}

	/**
	 * Some proxies write the port, too, or an address of IPv4 as one of IPv6.
	 */
	private static @Nullable InetAddress forwarded(List<String> headers, int trustedProxies) {
		List<String> addresses = headers.stream()
			.flatMap((header) -> Arrays.stream(header.split(",")))
			.map(String::strip)
			.toList();
		if (trustedProxies == 0 || addresses.size() < trustedProxies) {
			return null;
		}
		String seen = addresses.get(addresses.size() - trustedProxies)
			.replaceFirst("^\\[(.*)](:\\d+)?$", "$1")
			.replaceFirst("^(\\d+(?:\\.\\d+){3}):\\d+$", "$1");
		return NetUtil.createInetAddressFromIpAddressString(seen);
	}

	/**
	 * One customer has a whole /64 of IPv6.
	 */
	private static String network(byte[] address) {
		if (address.length == 0) {
			return "unknown";
		}
		boolean six = address.length > NETWORK;
		return NetUtil.bytesToIpAddress(six ? Arrays.copyOf(Arrays.copyOf(address, NETWORK), address.length) : address);
	}

}
