package org.vivavoce.gateway.signin;

import java.net.URI;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Map;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.TokenCookie;

/**
 * Signs a browser in by one of the links that the start prints.
 */
@RestController
@ConditionalOnProperty("vivavoce.sign-in.directory")
class SignInController {

	private final IssuedTokens tokens;

	private final Map<String, Object> keys;

	SignInController(IssuedTokens tokens, KeyPair keys) {
		this.tokens = tokens;
		this.keys = new JWKSet(new RSAKey.Builder((RSAPublicKey) keys.getPublic()).keyUse(KeyUse.SIGNATURE)
			.algorithm(JWSAlgorithm.RS256)
			.build()).toJSONObject();
	}

	/**
	 * What the services check tokens with, as their {@code jwk-set-uri}.
	 */
	@GetMapping("/sign-in/keys")
	Map<String, Object> keys() {
		return this.keys;
	}

	@GetMapping("/sign-in")
	ResponseEntity<Void> signIn(@RequestParam String code) {
		IssuedTokens.Token token = this.tokens.token(code)
			.orElseThrow(() -> new ProblemException(ProblemTypes.UNAUTHORIZED,
					"This sign-in link is not valid any more; take one that the running process has printed"));
		ResponseCookie cookie = cookie(token.jwt()).maxAge(IssuedTokens.LIFETIME).build();
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create("/"))
			.header(HttpHeaders.SET_COOKIE, cookie.toString())
			.header("Referrer-Policy", "no-referrer")
			.build();
	}

	@PostMapping("/sign-out")
	ResponseEntity<Void> signOut() {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create("/"))
			.header(HttpHeaders.SET_COOKIE, cookie("").maxAge(Duration.ZERO).build().toString())
			.build();
	}

	private static ResponseCookie.ResponseCookieBuilder cookie(String token) {
		return ResponseCookie.from(TokenCookie.NAME, token).httpOnly(true).sameSite("Lax").path("/");
	}

}
