package org.vivavoce.platform.start;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import com.mongodb.ConnectionString;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.io.Resource;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.util.StringUtils;

/**
 * Settings that would otherwise fail late, or with words that do not help.
 */
public final class StartCheck {

	private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

	private static final String PUBLIC_KEY = JWT + "public-key-location";

	private static final List<String> UNUSED = List.of("authorities-claim-name", "authorities-claim-delimiter",
			"authority-prefix");

	private static final String STORE = "spring.mongodb.uri";

	private StartCheck() {
	}

	/**
	 * Check what can be checked without asking anybody.
	 * @throws SettingsException when the service must not start
	 */
	public static void check(PropertyResolver settings) {
		checkTokens(settings);
		checkRights(settings);
		String uri = settings.getProperty(STORE);
		if (uri != null) {
			checkStore(uri, settings.getProperty("spring.mongodb.database"));
		}
	}

	private static void checkTokens(PropertyResolver settings) {
		String publicKey = settings.getProperty(PUBLIC_KEY);
		boolean hasIssuer = StringUtils.hasText(settings.getProperty(JWT + "issuer-uri"))
				|| StringUtils.hasText(settings.getProperty(JWT + "jwk-set-uri"));
		if (!StringUtils.hasText(publicKey)) {
			if (!hasIssuer) {
				throw new SettingsException("Nobody's tokens would be accepted: set " + JWT
						+ "issuer-uri to your issuer, or " + PUBLIC_KEY + " to the file of its public key.");
			}
			return;
		}
		if (hasIssuer) {
			throw new SettingsException("Both an issuer (" + JWT + "issuer-uri or jwk-set-uri) and " + PUBLIC_KEY
					+ " are set: keep the one whose tokens are to be accepted.");
		}
		checkKey(publicKey);
	}

	/**
	 * Spring's settings for rights would be passed over in silence.
	 */
	private static void checkRights(PropertyResolver settings) {
		for (String unused : UNUSED) {
			if (StringUtils.hasText(settings.getProperty(JWT + unused))) {
				throw new SettingsException(
						JWT + unused + " has no effect: rights are read from the claims scope, scp, "
								+ "roles and permissions, and given by vivavoce.security.grants.");
			}
		}
	}

	private static void checkKey(String location) {
		Resource key = ApplicationResourceLoader.get().getResource(location);
		try (InputStream content = key.getInputStream()) {
			RsaKeyConverters.x509().convert(content);
		}
		catch (IOException ex) {
			throw new SettingsException(
					PUBLIC_KEY + " is " + location + ", which cannot be read: expected is a file with a public key.",
					ex);
		}
		catch (RuntimeException ex) {
			throw new SettingsException(PUBLIC_KEY + " is " + location
					+ ", which holds no RSA public key: expected is PEM that begins with -----BEGIN PUBLIC KEY-----.",
					ex);
		}
	}

	private static void checkStore(String uri, @Nullable String database) {
		try {
			ConnectionString parsed = new ConnectionString(uri);
			if (parsed.getDatabase() == null && !StringUtils.hasText(database)) {
				throw new SettingsException(
						STORE + " names no database: expected is mongodb://host:27017/database, one for each service.");
			}
		}
		catch (IllegalArgumentException ex) {
			// parts of a password may stand where the driver looks for something else
			String reason = uri.contains("@") ? "" : " (" + ex.getMessage() + ")";
			throw new SettingsException(STORE
					+ " is no connection string of MongoDB: expected is mongodb://user:password@host:27017/database, with "
					+ "special characters of user and password percent-encoded" + reason + ".", ex);
		}
	}

}
