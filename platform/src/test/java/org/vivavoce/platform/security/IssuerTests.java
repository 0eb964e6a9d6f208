package org.vivavoce.platform.security;

import java.io.IOException;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tokens of an OpenID Connect issuer, found by its discovery document.
 */
class IssuerTests {

	private final LocalIssuer issuer = new LocalIssuer();

	IssuerTests() throws IOException {
	}

	@AfterEach
	void close() {
		this.issuer.close();
	}

	@Test
	void aTokenOfTheIssuerForThisAudienceIsAccepted() {
		decode((decoder) -> assertThat(subject(decoder, token(this.issuer.address(), "vivavoce"))).isEqualTo("ada"));
	}

	@Test
	void tokensForOthersAreRefused() {
		decode((decoder) -> {
			assertThatThrownBy(() -> decoder.decode(token(this.issuer.address(), "payroll")).block())
				.isInstanceOf(JwtException.class);
			assertThatThrownBy(() -> decoder.decode(token("https://somebody-else.example", "vivavoce")).block())
				.isInstanceOf(JwtException.class);
		});
	}

	@Test
	void aNewKeyOfTheIssuerIsFoundWithoutARestart() {
		decode((decoder) -> {
			assertThat(subject(decoder, token(this.issuer.address(), "vivavoce"))).isEqualTo("ada");
			this.issuer.rotate();
			assertThat(subject(decoder, token(this.issuer.address(), "vivavoce"))).isEqualTo("ada");
		});
	}

	private static @Nullable String subject(ReactiveJwtDecoder decoder, String token) {
		return decoder.decode(token).blockOptional().orElseThrow().getSubject();
	}

	private String token(String from, String audience) {
		try {
			return this.issuer.token(from, audience);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void decode(Consumer<ReactiveJwtDecoder> test) {
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ReactiveOAuth2ResourceServerAutoConfiguration.class))
			.withPropertyValues("spring.security.oauth2.resourceserver.jwt.issuer-uri=" + this.issuer.address(),
					"spring.security.oauth2.resourceserver.jwt.audiences=vivavoce")
			.withBean("subjectAndExpiry", OAuth2TokenValidator.class, () -> new PersonAndExpiry("sub"))
			.run((context) -> test.accept(context.getBean(ReactiveJwtDecoder.class)));
	}

}
