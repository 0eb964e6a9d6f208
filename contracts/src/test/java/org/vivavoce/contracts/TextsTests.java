package org.vivavoce.contracts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "Ada", "two\nlines\tand a tab", "\uD83D\uDE00", "e\u0301", "\uFFFD\uFEFF", "\u2028" })
	void unicodeIsText(String text) {
		assertThat(Texts.fault(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0000", "a\rb", "\u001B[31m", "\u007F", "\u0085" })
	void controlCharactersAreNamed(String text) {
		assertThat(Texts.fault(text)).get().asString().startsWith("has the control character U+00");
	}

	@Test
	void halvesOfCharactersAreNamed() {
		assertThat(Texts.fault("a\uD800")).contains("has half of a character, the lone surrogate U+D800");
		assertThat(Texts.fault("\uDC00\uD800b")).contains("has half of a character, the lone surrogate U+DC00");
		assertThat(Texts.fault("\uD800\uD83D\uDE00")).isPresent();
	}

}
