package org.vivavoce.gateway.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * A token for each role, renewed at each start, and a code for each that signs a browser
 * in as long as the process lives.
 */
public final class IssuedTokens {

	/**
	 * How long a token is good for; a restart issues new ones.
	 */
	static final Duration LIFETIME = Duration.ofDays(90);

	private final Map<String, Token> byCode = new LinkedHashMap<>();

	/**
	 * A role's token.
	 */
	record Token(Role role, String jwt) {

	}

	static IssuedTokens issue(KeyPair keys, Path directory, Instant now) {
		IssuedTokens tokens = new IssuedTokens();
		SecureRandom random = new SecureRandom();
		try {
			Files.createDirectories(directory);
			for (Role role : Role.ALL) {
				String jwt = sign(role, keys, now);
				Keys.write(directory.resolve(role.name() + ".jwt"), jwt);
				byte[] code = new byte[18];
				random.nextBytes(code);
				tokens.byCode.put(Base64.getUrlEncoder().withoutPadding().encodeToString(code), new Token(role, jwt));
			}
			return tokens;
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String sign(Role role, KeyPair keys, Instant now) throws JOSEException {
		SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256),
				new JWTClaimsSet.Builder().subject(role.name())
					.issuer("vivavoce-standalone")
					.issueTime(Date.from(now))
					.expirationTime(Date.from(now.plus(LIFETIME)))
					.claim("scope", String.join(" ", role.scopes()))
					.build());
		jwt.sign(new RSASSASigner(keys.getPrivate()));
		return jwt.serialize();
	}

	Optional<Token> token(String code) {
		return Optional.ofNullable(this.byCode.get(code));
	}

	/**
	 * The links that sign a browser in, a line for each role.
	 * @param address of the gateway, as browsers reach it
	 */
	public String links(String address) {
		return this.byCode.entrySet()
			.stream()
			.map((entry) -> "  %-14s %s/sign-in?code=%s\n".formatted(entry.getValue().role().name(), address,
					entry.getKey()))
			.collect(Collectors.joining());
	}

}
