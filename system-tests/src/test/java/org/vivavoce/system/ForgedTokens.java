package org.vivavoce.system;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Tokens that an attacker makes who has somebody's genuine one and the public key.
 */
final class ForgedTokens {

	private static final JWTClaimsSet ADMIN = new JWTClaimsSet.Builder().subject("mallory")
		.claim("scope", "admin questions:read interviews:read reports:read")
		.expirationTime(java.util.Date.from(Instant.now().plusSeconds(600)))
		.build();

	private ForgedTokens() {
	}

	/**
	 * Each way by its name.
	 * @param genuine a valid token of somebody with fewer rights
	 * @param publicKey as text, PEM
	 */
	static Map<String, String> all(String genuine, String publicKey) throws JOSEException, NoSuchAlgorithmException {
		Map<String, String> forged = new LinkedHashMap<>();
		String[] parts = genuine.split("\\.");
		String payload = encode(ADMIN.toString());
		forged.put("no algorithm", encode("{\"alg\":\"none\"}") + "." + payload + ".");
		forged.put("other claims under the genuine signature", parts[0] + "." + payload + "." + parts[2]);
		forged.put("without its signature", parts[0] + "." + parts[1] + ".");
		SignedJWT confused = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), ADMIN);
		confused.sign(new MACSigner(publicKey.getBytes(StandardCharsets.UTF_8)));
		forged.put("signed with the public key as a secret", confused.serialize());
		SignedJWT foreign = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), ADMIN);
		foreign.sign(new RSASSASigner(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate()));
		forged.put("signed by somebody else", foreign.serialize());
		forged.put("no token at all", "admin");
		return forged;
	}

	private static String encode(String json) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

}
