package org.vivavoce.platform.openapi;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.vivavoce.contracts.Ids;
import org.vivavoce.contracts.Persons;
import org.vivavoce.contracts.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class PatternsTests {

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "..", "...", "a", ".a", "a.", "..a", ".-", "a b", "ä", "~@:_-", "a\n" })
	void anIdIsDescribedAsItIsValidated(String text) {
		assertThat(found(Patterns.ID, text)).isEqualTo(Ids.valid(text));
	}

	@Test
	void anIdHasUpTo128Characters() {
		for (String start : new String[] { "a", ".", ".." }) {
			String longest = start + "b".repeat(128 - start.length());
			assertThat(found(Patterns.ID, longest)).isTrue().isEqualTo(Ids.valid(longest));
			assertThat(found(Patterns.ID, longest + "b")).isFalse().isEqualTo(Ids.valid(longest + "b"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a", " a", "a ", "a b", "\u00a0a", "a\u3000", "o'brien@example.com",
			"EXAMPLE\\ada", "a\tb", "a\u0085b", "\ud83d\ude00" })
	void aPersonIsDescribedAsItIsValidated(String text) {
		assertThat(found(Patterns.PERSON, text)).isEqualTo(Persons.valid(text));
	}

	@Test
	void aPersonHasUpTo256Characters() {
		assertThat(found(Patterns.PERSON, "a".repeat(256))).isTrue();
		assertThat(found(Patterns.PERSON, "a".repeat(257))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "a\tb\nc", "a\rb", "\u0000", "\u007f", "\u0085", "\u00a0", "\ud83d\ude00" })
	void aTextIsDescribedAsItIsRead(String text) {
		assertThat(found(Patterns.TEXT, text)).isEqualTo(Texts.fault(text).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n\t ", "a", " a ", "\u00a0" })
	void whatIsBlankIsWhatValidationFindsBlank(String text) {
		assertThat(found(Patterns.NOT_BLANK, text)).isEqualTo(!text.trim().isEmpty());
	}

	@Test
	void aRuleForTheWholeTextIsNoneForAPartOfIt() {
		assertThat(Patterns.portable("a|b")).isEqualTo("^(?:a|b)$");
	}

	/**
	 * As a reader of the document looks for it, where a dollar is the very end.
	 */
	private static boolean found(String pattern, String text) {
		return Pattern.compile(pattern.replaceFirst("\\$$", "\\\\z")).matcher(text).find();
	}

}
