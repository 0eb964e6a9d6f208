package org.vivavoce.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class PersonsTests {

	@ParameterizedTest
	@ValueSource(strings = { "ada", "auth0|5f7c8ec7c33c6c004bbafe82", "google-oauth2|103547991597142817347",
			"ada+hiring@example.com", "o'brien@example.com", "EXAMPLE\\ada", "aGVsbG8=/+",
			"https://idp.example.com/users/7?x=1#a", "Ada Lovelace", "..", ".", "Ñandú", "\uD83D\uDE00", "a" })
	void whatIdentityProvidersWriteIsAPerson(String person) throws IOException {
		assertThat(Persons.valid(person)).isTrue();
		assertThat(readable(person)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", " ada", "ada ", "ada\n", "a\tb", "a\u0000b", "a\u0085b", "\u00A0ada", "a\u007Fb",
			"\u3000ada", "ada\u2028" })
	void whatNobodyCouldTellApartIsNone(String person) throws IOException {
		assertThat(Persons.valid(person)).isFalse();
		assertThat(readable(person)).isFalse();
	}

	@Test
	void halfOfACharacterIsNone() {
		assertThat(Persons.valid("a\uD800")).isFalse();
	}

	@Test
	void aPersonHasUpTo256CodePoints() throws IOException {
		assertThat(Persons.valid("\uD83D\uDE00".repeat(256))).isTrue();
		assertThat(readable("\uD83D\uDE00".repeat(256))).isTrue();
		assertThat(Persons.valid("\uD83D\uDE00".repeat(257))).isFalse();
		assertThat(readable("a".repeat(257))).isFalse();
	}

	@Test
	void aFaultSaysWhatIsWrong() {
		assertThat(Persons.fault("auth0|5f7c")).isNull();
		assertThat(Persons.fault("")).isEqualTo("is empty");
		assertThat(Persons.fault(" ada")).isEqualTo("begins or ends with a blank");
		assertThat(Persons.fault("a\rb")).isEqualTo("has control characters or is no valid Unicode");
		assertThat(Persons.fault("\uD83D\uDE00".repeat(257))).isEqualTo("has 257 characters, more than 256");
	}

	/**
	 * The schemas hold people to the same rule.
	 */
	private static boolean readable(String person) throws IOException {
		try (InputStream golden = PersonsTests.class.getResourceAsStream("golden/answer-scored.v1.json")) {
			ObjectNode data = (ObjectNode) JsonMapper.shared().readTree(golden);
			data.put("interviewer", person).put("submittedBy", person);
			byte[] json = JsonMapper.shared().writeValueAsString(data).getBytes(StandardCharsets.UTF_8);
			new ContractJson(EventType.ANSWER_SCORED).read(ContractJson.parse(json));
			return true;
		}
		catch (UnreadableException ex) {
			return false;
		}
	}

}
