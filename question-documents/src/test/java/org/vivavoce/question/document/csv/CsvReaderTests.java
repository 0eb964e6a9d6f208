package org.vivavoce.question.document.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.question.document.draft.LevelDraft;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.ParseResult;

import static org.assertj.core.api.Assertions.assertThat;

class CsvReaderTests {

	private static final String TABLE = """
			Red flag,Question,Strong answer,Level,Key points,Minutes
			"Says ""never\""","What, and
			why?",It depends.,Mid-level,one | two,4 min

			No idea,How?,First this. Then that.,junior,,
			""";

	@Test
	void readsColumnsInAnyOrder() {
		QuestionSetDraft set = accepted(TABLE);
		assertThat(set.levels()).extracting(LevelDraft::level).containsExactly(Level.JUNIOR, Level.MID);
		QuestionDraft mid = set.levels().getLast().questions().getFirst();
		assertThat(mid.prompt()).isEqualTo("What, and\nwhy?");
		assertThat(mid.redFlag()).isEqualTo("Says \"never\"");
		assertThat(mid.minutes()).isEqualTo(4);
		assertThat(mid.keyPoints()).containsExactly(new KeyPoint("one", "one"), new KeyPoint("two", "two"));
		QuestionDraft junior = set.levels().getFirst().questions().getFirst();
		assertThat(junior.line()).isEqualTo(5);
		assertThat(junior.keyPoints()).extracting(KeyPoint::text).containsExactly("First this.", "Then that.");
		assertThat(junior.topic()).isEqualTo("general");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16LE", "UTF-16BE", "UTF-8" })
	void readsWhatSpreadsheetsWrite(String charset) {
		String table = "\uFEFF" + String.join("\r\n", "level\tquestion\tstrong answer\tred flag",
				"senior\tWhy – and how?\t\"a\tb\"\tnone", "");
		ParseResult parseResult = CsvReader.read(table.getBytes(Charset.forName(charset)),
				new DocumentOverrides("X", null));
		assertThat(((ParseResult.Accepted) parseResult).draft().questions()).singleElement()
			.extracting(QuestionDraft::prompt, QuestionDraft::strongAnswer)
			.containsExactly("Why – and how?", "a\tb");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sep=;\n", "\"sep=;\"\n", "" })
	void findsTheSeparator(String first) {
		String table = first + "level;question;answer;red flag\nmid;Why, oh why?;so;x\n";
		assertThat(accepted(table).questions()).singleElement()
			.extracting(QuestionDraft::prompt, QuestionDraft::line)
			.containsExactly("Why, oh why?", first.isEmpty() ? 2 : 3);
	}

	@Test
	void faultsHaveTheirLines() {
		assertThat(refused("level,question,comment\nmid,Why?,\n")).containsExactly(
				"1: unknown column 'comment'; remove it or name it one of set, technology, title, level, experience, "
						+ "focus, id, topic, minutes, question, strong answer, red flag, key points, rating 1, rating 2, "
						+ "rating 3, rating 4",
				"1: the first row must name the columns; missing: strong answer, red flag");
		assertThat(refused("level,question,answer,red flag,minutes,id\nguru,\"a\nb\",c,d,x,q 1\nmid,,c,d,,\n"))
			.containsExactly("2: unknown level 'guru'; the levels are junior, mid and senior",
					"3: 'id' 'q 1' is not an id of 1 to 128 characters of A–Z a–z 0–9 . _ ~ @ : -",
					"3: 'minutes' must be a whole number from 1 to 120", "4: 'question' is missing");
		assertThat(refused("level,question,answer,red flag\nmid,a,b,c\nmid,\"d,e\nf,g\n"))
			.containsExactly("3: a cell in this row begins with a quotation mark and never ends with one");
		assertThat(refused("level,question,answer,red flag\nmid,\"a\"b,c,d\n")).singleElement()
			.asString()
			.startsWith("2: a cell in this row goes on after its closing quotation mark");
		assertThat(refused("level,question,answer,red flag,focus\nmid,a,b,c,x\nmid,d,e,f,y\n"))
			.containsExactly("3: 'focus' of the level is 'y' here and 'x' in line 2");
		assertThat(refused("level,question,answer,red flag,mood\nmid,a,b,c,good\n")).singleElement()
			.asString()
			.startsWith("1: unknown column 'mood'");
		assertThat(refused("level,question,answer,red flag\nmid,a,b,c,more\n"))
			.containsExactly("2: there is a cell in a column without a name");
	}

	private static QuestionSetDraft accepted(String table) {
		ParseResult parseResult = read(table);
		assertThat(parseResult).isInstanceOf(ParseResult.Accepted.class);
		return ((ParseResult.Accepted) parseResult).draft();
	}

	private static List<String> refused(String table) {
		ParseResult parseResult = read(table);
		assertThat(parseResult).isInstanceOf(ParseResult.Refused.class);
		return ((ParseResult.Refused) parseResult).faults()
			.stream()
			.map((fault) -> fault.line() + ": " + fault.message())
			.toList();
	}

	private static ParseResult read(String table) {
		return CsvReader.read(table.getBytes(StandardCharsets.UTF_8), new DocumentOverrides("X", null));
	}

}
