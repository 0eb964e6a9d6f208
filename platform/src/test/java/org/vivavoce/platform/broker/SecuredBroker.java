package org.vivavoce.platform.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import org.vivavoce.embedded.BrokerSecurity;
import org.vivavoce.embedded.EmbeddedBroker;

/**
 * A broker that speaks TLS alone and lets in one user by password, and whoever has a
 * token of an issuer whose keys are in a file.
 *
 * @param certificate of the broker, as PEM
 * @param token a token that lets in
 */
record SecuredBroker(EmbeddedBroker broker, Path certificate, Path token) implements AutoCloseable {

	static final String PASSWORD = "right-password";

	private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule required ";

	private static final String OAUTH = "org.apache.kafka.common.security.oauthbearer.OAuthBearer";

	static SecuredBroker start(Path directory) throws IOException, JOSEException {
		Path keyStore = directory.resolve("broker.p12");
		Path certificate = directory.resolve("broker.pem");
		keytool("-genkeypair", "-keyalg", "RSA", "-alias", "broker", "-dname", "CN=broker", "-ext", "san=ip:127.0.0.1",
				"-keystore", keyStore.toString(), "-storepass", "key-store", "-storetype", "PKCS12");
		keytool("-exportcert", "-rfc", "-alias", "broker", "-keystore", keyStore.toString(), "-storepass", "key-store",
				"-file", certificate.toString());
		RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();
		Path keys = Files.writeString(directory.resolve("jwks.json"), new JWKSet(key.toPublicJWK()).toString());
		Path token = Files.writeString(directory.resolve("token.jwt"), token(key));
		// Kafka reads tokens and keys only from where it is told to
		System.setProperty("org.apache.kafka.sasl.oauthbearer.allowed.urls", keys.toUri() + "," + token.toUri());
		EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"), 0, new BrokerSecurity("SASL_SSL",
				settings(keyStore, certificate, keys), List.of(user("broker", "own"), user("viva-voce", PASSWORD))));
		return new SecuredBroker(broker, certificate, token);
	}

	private static Map<String, String> settings(Path keyStore, Path certificate, Path keys) {
		String listener = "listener.name.client.";
		return Map.ofEntries(Map.entry("ssl.keystore.location", keyStore.toString()),
				Map.entry("ssl.keystore.password", "key-store"), Map.entry("ssl.keystore.type", "PKCS12"),
				Map.entry("ssl.truststore.location", certificate.toString()), Map.entry("ssl.truststore.type", "PEM"),
				Map.entry("sasl.enabled.mechanisms", "SCRAM-SHA-512,OAUTHBEARER"),
				Map.entry("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512"),
				Map.entry(listener + "scram-sha-512.sasl.jaas.config", login("broker", "own")),
				Map.entry(listener + "oauthbearer.sasl.jaas.config", OAUTH + "LoginModule required;"),
				Map.entry(listener + "oauthbearer.sasl.server.callback.handler.class",
						OAUTH + "ValidatorCallbackHandler"),
				Map.entry(listener + "oauthbearer.sasl.oauthbearer.jwks.endpoint.url", keys.toUri().toString()),
				Map.entry(listener + "oauthbearer.sasl.oauthbearer.expected.audience", "kafka"));
	}

	static String login(String user, String password) {
		return SCRAM + "username=\"" + user + "\" password=\"" + password + "\";";
	}

	private static String user(String name, String password) {
		return "SCRAM-SHA-512=[name=" + name + ",password=" + password + "]";
	}

	private static String token(RSAKey key) throws JOSEException {
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
				new JWTClaimsSet.Builder().subject("viva-voce")
					.audience("kafka")
					.issueTime(Date.from(Instant.now().minusSeconds(60)))
					.expirationTime(Date.from(Instant.now().plusSeconds(3600)))
					.claim("scope", "kafka")
					.build());
		token.sign(new RSASSASigner(key));
		return token.serialize();
	}

	private static void keytool(String... arguments) throws IOException {
		String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		ProcessBuilder command = new ProcessBuilder(program);
		command.command().addAll(List.of(arguments));
		Process process = command.redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes());
		if (process.onExit().join().exitValue() != 0) {
			throw new IllegalStateException(output);
		}
	}

	@Override
	public void close() {
		this.broker.close();
	}

}
