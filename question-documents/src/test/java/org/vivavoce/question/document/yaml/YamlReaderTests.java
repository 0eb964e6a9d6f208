package org.vivavoce.question.document.yaml;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.RatingAnchor;
import org.vivavoce.question.document.draft.LevelDraft;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.ParseResult;

import static org.assertj.core.api.Assertions.assertThat;

class YamlReaderTests {

	private static final String GOOD = """
			technology: Flask
			levels:
			  - level: mid
			    experience: 2 to 5
			    focus: requests
			    questions:
			      - id: flask-context
			        topic: context
			        minutes: 4
			        prompt: >-
			          What is the application context,
			          and when is it there?
			        strongAnswer: It holds what belongs to the application while a request is handled.
			        redFlag: no
			        keyPoints:
			          - id: scope
			            text: bound to a request
			        ratings:
			          4: Compares it with thread locals
			          1: Never heard of it
			""";

	@Test
	void readsADocument() {
		QuestionSetDraft draft = accepted(GOOD, DocumentOverrides.NONE);
		assertThat(draft.id()).isEqualTo("flask");
		assertThat(draft.technology()).isEqualTo("flask");
		assertThat(draft.title()).isEqualTo("flask");
		LevelDraft level = draft.levels().getFirst();
		assertThat(level.level()).isEqualTo(Level.MID);
		assertThat(level.experience()).isEqualTo("2 to 5");
		assertThat(level.focus()).isEqualTo("requests");
		QuestionDraft question = level.questions().getFirst();
		assertThat(question.line()).isEqualTo(7);
		assertThat(question.prompt()).isEqualTo("What is the application context, and when is it there?");
		assertThat(question.minutes()).isEqualTo(4);
		assertThat(question.keyPoints()).containsExactly(new KeyPoint("scope", "bound to a request"));
		assertThat(question.ratingAnchors()).containsExactly(new RatingAnchor(1, "Never heard of it"),
				new RatingAnchor(4, "Compares it with thread locals"));
	}

	@Test
	void takesPlainValuesAsTheTextThatWasWritten() {
		assertThat(question(GOOD).redFlag()).isEqualTo("no");
		assertThat(question(GOOD.replace("redFlag: no", "redFlag: 2.10")).redFlag()).isEqualTo("2.10");
	}

	@Test
	void fillsInWhatMayBeLeftOut() {
		String document = GOOD.replace("    experience: 2 to 5\n    focus: requests\n", "")
			.replace("        minutes: 4\n", "");
		assertThat(accepted(document, DocumentOverrides.NONE).levels().getFirst().experience()).isEqualTo("2–5 years");
		assertThat(accepted(document, DocumentOverrides.NONE).levels().getFirst().focus()).isEmpty();
		assertThat(question(document).minutes()).isEqualTo(5);
	}

	@Test
	void ordersLevelsFromJuniorToSenior() {
		String second = GOOD.substring(GOOD.indexOf("  - level")).replace("mid", "junior").replace("flask-", "other-");
		assertThat(accepted(GOOD + second, DocumentOverrides.NONE).levels()).extracting(LevelDraft::level)
			.containsExactly(Level.JUNIOR, Level.MID);
	}

	@Test
	void acceptsAByteOrderMarkAndWindowsLineEnds() {
		QuestionSetDraft draft = accepted("\uFEFF" + GOOD.replace("\n", "\r\n"), DocumentOverrides.NONE);
		assertThat(draft).isEqualTo(accepted(GOOD, DocumentOverrides.NONE));
	}

	@Test
	void takesTechnologyAndIdFromTheCallerWhereTheDocumentLeavesThemOut() {
		String document = GOOD.replace("technology: Flask\n", "");
		QuestionSetDraft draft = accepted(document, new DocumentOverrides(" C# ", null));
		assertThat(draft.technology()).isEqualTo("c#");
		assertThat(draft.id()).isEqualTo("csharp");
		assertThat(accepted(GOOD, new DocumentOverrides("FLASK", "flask-extra")).id()).isEqualTo("flask-extra");
	}

	@Test
	void refusesACallerWhoContradictsTheDocument() {
		assertThat(faults(GOOD, new DocumentOverrides("django", null)))
			.containsExactly("1: the document is about 'flask', the query parameter says 'django'");
		assertThat(faults("id: mine\n" + GOOD, new DocumentOverrides(null, "yours")))
			.containsExactly("1: the document's id is 'mine', the query parameter says 'yours'");
	}

	@Test
	void refusesASetWithoutTechnologyOrIdToFind() {
		assertThat(faults(GOOD.replace("technology: Flask\n", ""), DocumentOverrides.NONE))
			.containsExactly("1: 'technology' is missing");
		assertThat(faults(GOOD.replace("Flask", "日本"), DocumentOverrides.NONE)).singleElement()
			.asString()
			.startsWith("1: 'id' '' is not an id")
			.endsWith("give the set one by the parameter 'id'");
		assertThat(faults(GOOD, new DocumentOverrides(null, "a/b"))).singleElement()
			.asString()
			.contains("(query parameter)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					minutes: 4           | minutes: four        | 9: 'minutes' must be a whole number from 1 to 120
					minutes: 4           | minutes: 0           | 9: 'minutes' must be a whole number from 1 to 120
					minutes: 4           | minutes: 121         | 9: 'minutes' must be a whole number from 1 to 120
					minutes: 4           | minutes: [4]         | 9: 'minutes' must be text
					minutes: 4           | duration: 4          | 9: unknown key 'duration'; the keys here are id, topic, minutes, prompt, strongAnswer, redFlag, keyPoints, ratings
					minutes: 4           | topic: x             | 9: 'topic' is given twice, first in line 8
					topic: context       | topic: ''            | 8: 'topic' is empty
					topic: context       | topic: ~             | 8: 'topic' is empty
					topic: context       | minutes: 4           | 7: 'topic' is missing;9: 'minutes' is given twice, first in line 8
					topic: context       | topic: {a: b}        | 8: 'topic' must be text
					topic: context       | topic: !!binary aaaa | 8: 'topic' must be text
					topic: context       | topic: "a\\0b"       | 8: 'topic' holds a control character or half a character
					topic: context       | topic: "\\uD83D"     | 8: 'topic' holds a control character or half a character
					id: flask-context    | id: flask/context    | 7: 'id' 'flask/context' is not an id of 1 to 128 characters of A–Z a–z 0–9 . _ ~ @ : -
					level: mid           | level: expert        | 3: unknown level 'expert'; the levels are junior, mid and senior
					level: mid           | level: Mid           | 3: unknown level 'Mid'; the levels are junior, mid and senior
					  4: Compares        |   5: Compares        | 19: unknown key '5'; the keys here are 1, 2, 3, 4
					  4: Compares        |   1: Compares        | 20: '1' is given twice, first in line 19
					  - id: scope        |   - ids: scope       | 16: unknown key 'ids'; the keys here are id, text;16: 'id' is missing
					technology: Flask    | - Flask              | 2: this is not YAML: expected <block end>, but found '?'
					""")
	void namesTheFaultAndItsLine(String written, String changed, String expected) {
		assertThat(GOOD).contains(written);
		assertThat(faults(GOOD.replaceFirst(Pattern.quote(written), Matcher.quoteReplacement(changed)),
				DocumentOverrides.NONE))
			.containsExactlyInAnyOrder(expected.split(";(?=\\d)"));
	}

	@Test
	void refusesTextsThatAreTooLong() {
		assertThat(faults(GOOD.replace("topic: context", "topic: " + "😀".repeat(101)), DocumentOverrides.NONE))
			.containsExactly("8: 'topic' is longer than 100 characters");
		accepted(GOOD.replace("topic: context", "topic: " + "😀".repeat(100)), DocumentOverrides.NONE);
		assertThat(faults(GOOD.replace("bound to", "b".repeat(1000)), DocumentOverrides.NONE))
			.containsExactly("17: 'text' is longer than 1000 characters");
	}

	@Test
	void refusesTooManyOrNoKeyPoints() {
		String one = "          - id: scope\n            text: bound to a request\n";
		StringBuilder many = new StringBuilder();
		for (int number = 0; number < 21; number++) {
			many.append(one.replace("scope", "scope" + number));
		}
		assertThat(faults(GOOD.replace(one, many), DocumentOverrides.NONE))
			.containsExactly("15: 'keyPoints' has 21 entries; 1 to 20 are possible");
		assertThat(faults(GOOD.replace("keyPoints:\n" + one, "keyPoints: []\n"), DocumentOverrides.NONE))
			.containsExactly("15: 'keyPoints' has 0 entries; 1 to 20 are possible");
		assertThat(faults(GOOD.replace("keyPoints:\n" + one, "keyPoints: none\n"), DocumentOverrides.NONE))
			.containsExactly("15: 'keyPoints' must be a list");
	}

	@Test
	void refusesAnIdThatIsUsedTwice() {
		String again = GOOD.substring(GOOD.indexOf("  - level")).replace("mid", "senior");
		assertThat(faults(GOOD + again, DocumentOverrides.NONE))
			.containsExactly("25: the question id 'flask-context' is already used in line 7");
		String keyPoint = "          - id: scope\n            text: bound to a request\n";
		assertThat(faults(GOOD.replace(keyPoint, keyPoint + keyPoint), DocumentOverrides.NONE))
			.containsExactly("18: the key point id 'scope' is already used in line 16");
	}

	@Test
	void refusesALevelThatIsGivenTwice() {
		String again = GOOD.substring(GOOD.indexOf("  - level")).replace("flask-", "other-");
		assertThat(faults(GOOD + again, DocumentOverrides.NONE))
			.containsExactly("21: the level 'mid' is given twice, first in line 3");
	}

	@Test
	void reportsAllFaultsInTheOrderOfTheirLines() {
		String document = GOOD.replace("level: mid", "level: guru")
			.replace("minutes: 4", "minutes: soon")
			.replace("redFlag: no", "redflag: no");
		assertThat(faults(document, DocumentOverrides.NONE)).extracting((fault) -> fault.replaceAll(":.*", ""))
			.containsExactly("3", "7", "9", "14");
	}

	@Test
	void reportsAtMostAHundredFaults() {
		assertThat(faults("x: 1\n".repeat(500) + GOOD, DocumentOverrides.NONE)).hasSize(100);
		assertThat(faults("\u0007\n".repeat(500), DocumentOverrides.NONE)).hasSize(100);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					``                           | 1: the document is empty
					# only a comment             | 1: the document is empty
					--- ~                        | 1: the document is empty
					just text                    | 1: a question set must be a mapping with the keys id, technology, title, levels
					[1, 2]                       | 1: a question set must be a mapping with the keys id, technology, title, levels
					!!java.net.URL [http://x]    | 1: a question set must be a mapping with the keys id, technology, title, levels
					technology: "open            | 1: this is not YAML: found unexpected end of stream
					a: &x 1⏎b: *x⏎c: *x          | 2: aliases are not supported: *x;3: aliases are not supported: *x
					a: 1⏎---⏎b: 2                | 2: this is not YAML: but found another document
					levels:⏎  [[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]] | 2: the document is nested deeper than 20 levels
					""")
	void refusesWhatIsNoDocumentOfQuestions(String document, String expected) {
		assertThat(faults(document.replace('⏎', '\n'), DocumentOverrides.NONE))
			.containsExactly(expected.split(";(?=\\d)"));
	}

	@Test
	void refusesWhatIsNotUtf8WithItsLine() {
		byte[] document = "technology: x\ntitle: café\n".getBytes(StandardCharsets.ISO_8859_1);
		assertThat(refused(document, DocumentOverrides.NONE)).containsExactly("2: this is not UTF-8");
	}

	@Test
	void refusesALineThatWouldKeepTheParserBusy() {
		accepted(GOOD + "#".repeat(65_536) + "\n#", DocumentOverrides.NONE);
		assertThat(faults(GOOD + "#".repeat(5 * 1024 * 1024 - GOOD.length()), DocumentOverrides.NONE))
			.containsExactly("21: the line is longer than 65536 characters");
	}

	@Test
	void refusesADocumentWithTooManyQuestions() {
		String question = GOOD.substring(GOOD.indexOf("      - id: flask"));
		StringBuilder document = new StringBuilder(GOOD);
		for (int number = 0; number < 1000; number++) {
			document.append(question.replace("flask-", number + "-"));
		}
		assertThat(faults(document.toString(), DocumentOverrides.NONE))
			.contains("6: 'questions' has 1001 entries; 1 to 1000 are possible");
	}

	private static QuestionDraft question(String document) {
		return accepted(document, DocumentOverrides.NONE).levels().getFirst().questions().getFirst();
	}

	private static QuestionSetDraft accepted(String document, DocumentOverrides documentOverrides) {
		ParseResult parseResult = YamlReader.read(document.getBytes(StandardCharsets.UTF_8), documentOverrides);
		assertThat(parseResult).isInstanceOf(ParseResult.Accepted.class);
		return ((ParseResult.Accepted) parseResult).draft();
	}

	private static List<String> faults(String document, DocumentOverrides documentOverrides) {
		return refused(document.getBytes(StandardCharsets.UTF_8), documentOverrides);
	}

	private static List<String> refused(byte[] document, DocumentOverrides documentOverrides) {
		ParseResult parseResult = YamlReader.read(document, documentOverrides);
		assertThat(parseResult).isInstanceOf(ParseResult.Refused.class);
		return ((ParseResult.Refused) parseResult).faults()
			.stream()
			.map((fault) -> fault.line() + ": " + fault.message())
			.toList();
	}

}
