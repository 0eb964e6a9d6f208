package org.vivavoce.standalone;

import java.net.URI;
import java.time.Duration;

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

/**
 * Signs a browser in by one of the links that the start prints.
 */
@RestController
class SignInController {

	private final IssuedTokens tokens;

	SignInController(IssuedTokens tokens) {
		this.tokens = tokens;
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
		return ResponseCookie.from("vivavoce-token", token).httpOnly(true).sameSite("Lax").path("/");
	}

}
