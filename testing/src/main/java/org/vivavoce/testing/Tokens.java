package org.vivavoce.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens for tests, good and bad.
 */
public final class Tokens {

	private static final KeyPair TRUSTED = keyPair();

	private static final KeyPair FOREIGN = keyPair();

	private static final Path PUBLIC_KEY = writePublicKey();

	private Tokens() {
	}

	/**
	 * A token that the services accept.
	 * @param subject who calls
	 * @param scopes what the caller may do
	 */
	public static String of(String subject, String... scopes) {
		return sign(claims(subject, Instant.now().plus(Duration.ofHours(1)), scopes), TRUSTED);
	}

	/**
	 * A token that is at least so many bytes large, as those of people in many groups
	 * are.
	 */
	public static String large(String subject, int bytes, String... scopes) {
		JWTClaimsSet claims = new JWTClaimsSet.Builder(claims(subject, Instant.now().plus(Duration.ofHours(1)), scopes))
			.claim("groups", "g".repeat(bytes * 3 / 4))
			.build();
		return sign(claims, TRUSTED);
	}

	/**
	 * A token that ended an hour ago.
	 */
	public static String expired(String subject, String... scopes) {
		return sign(claims(subject, Instant.now().minus(Duration.ofHours(1)), scopes), TRUSTED);
	}

	/**
	 * A token that ends at a given time.
	 */
	public static String until(Instant expiresAt, String subject, String... scopes) {
		return sign(claims(subject, expiresAt, scopes), TRUSTED);
	}

	/**
	 * A token without an end.
	 */
	public static String endless(String subject, String... scopes) {
		return sign(claims(subject, null, scopes), TRUSTED);
	}

	/**
	 * A token of somebody else's issuer.
	 */
	public static String foreign(String subject, String... scopes) {
		return sign(claims(subject, Instant.now().plus(Duration.ofHours(1)), scopes), FOREIGN);
	}

	/**
	 * A token with alg "none".
	 */
	public static String unsigned(String subject, String... scopes) {
		return new PlainJWT(claims(subject, Instant.now().plus(Duration.ofHours(1)), scopes)).serialize();
	}

	/**
	 * A token whose HMAC secret is the public key.
	 */
	public static String confused(String subject, String... scopes) {
		try {
			SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256),
					claims(subject, Instant.now().plus(Duration.ofHours(1)), scopes));
			jwt.sign(new MACSigner(Files.readAllBytes(PUBLIC_KEY)));
			return jwt.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A token that the services would accept, but for what it says.
	 * @param type the header {@code typ}; null for none
	 * @param claims beside {@code iss}, {@code iat} and {@code exp}
	 */
	public static String saying(@Nullable String type, Map<String, Object> claims) {
		JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder(claims("", Instant.now().plus(Duration.ofHours(1))))
			.subject(null)
			.claim("scope", null);
		claims.forEach(builder::claim);
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
			.type((type != null) ? new JOSEObjectType(type) : null)
			.build();
		return sign(header, builder.build(), TRUSTED);
	}

	/**
	 * Where the key is that good tokens are checked with.
	 */
	public static String publicKeyLocation() {
		return PUBLIC_KEY.toUri().toString();
	}

	private static JWTClaimsSet claims(String subject, @Nullable Instant expiresAt, String... scopes) {
		return new JWTClaimsSet.Builder().subject(subject)
			.issuer("https://issuer.test")
			.issueTime(Date.from(Instant.now().minus(Duration.ofHours(2))))
			.expirationTime((expiresAt != null) ? Date.from(expiresAt) : null)
			.claim("scope", String.join(" ", scopes))
			.build();
	}

	private static String sign(JWTClaimsSet claims, KeyPair keys) {
		return sign(new JWSHeader(JWSAlgorithm.RS256), claims, keys);
	}

	private static String sign(JWSHeader header, JWTClaimsSet claims, KeyPair keys) {
		try {
			SignedJWT jwt = new SignedJWT(header, claims);
			jwt.sign(new RSASSASigner(keys.getPrivate()));
			return jwt.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static KeyPair keyPair() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			return generator.generateKeyPair();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Path writePublicKey() {
		try {
			Path file = Files.createTempFile("vivavoce-test", ".pem");
			file.toFile().deleteOnExit();
			String body = Base64.getMimeEncoder(64, new byte[] { '\n' })
				.encodeToString(TRUSTED.getPublic().getEncoded());
			return Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
