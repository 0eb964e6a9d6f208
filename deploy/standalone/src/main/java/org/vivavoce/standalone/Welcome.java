package org.vivavoce.standalone;

import java.time.Duration;

/**
 * What a start says at its end.
 */
final class Welcome {

	private Welcome() {
	}

	static String text(Settings settings, IssuedTokens tokens, Duration took) {
		String address = "http://localhost:" + settings.gatewayPort();
		StringBuilder text = new StringBuilder();
		text.append("\nViva Voce is ready at ")
			.append(address)
			.append(" (after %.1f s)\n\n".formatted(took.toMillis() / 1000.0));
		text.append("Sign in as\n");
		tokens.codes()
			.forEach((code, token) -> text
				.append("  %-14s %s/sign-in?code=%s%n".formatted(token.role().name(), address, code)));
		text.append("\nData    ").append(settings.dataDirectory());
		text.append("\nTokens  ").append(settings.dataDirectory().resolve("tokens")).append("/*.jwt");
		text.append("\nNext    play a complete interview in another terminal: examples/django-interview.sh\n");
		return text.toString();
	}

}
