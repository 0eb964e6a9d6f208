package org.vivavoce.standalone;

import java.time.Duration;

import org.vivavoce.gateway.signin.IssuedTokens;

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
		text.append(tokens.links(address));
		text.append("\nData    ").append(settings.dataDirectory());
		text.append("\nTokens  ").append(settings.dataDirectory().resolve("tokens")).append("/*.jwt");
		text.append("\nNext    play a complete interview in another terminal: examples/django-interview.sh\n");
		return text.toString();
	}

}
