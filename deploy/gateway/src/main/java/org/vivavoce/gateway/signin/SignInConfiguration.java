package org.vivavoce.gateway.signin;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Issues tokens where {@code vivavoce.sign-in.directory} says where to keep them. For
 * trying the pipeline out: whoever reads the directory, or the log of the start, can sign
 * in as anybody. In production it is not set, and the organisation's issuer does this.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("vivavoce.sign-in.directory")
public class SignInConfiguration {

	@Bean
	KeyPair signingKeys(@Value("${vivavoce.sign-in.directory}") Path directory) {
		return Keys.in(directory.resolve("keys"));
	}

	@Bean
	IssuedTokens issuedTokens(KeyPair keys, @Value("${vivavoce.sign-in.directory}") Path directory) {
		return IssuedTokens.issue(keys, directory.resolve("tokens"), Instant.now());
	}

}
