package org.vivavoce.question.document;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.vivavoce.question.document.source.DocumentLimits;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.ParseResult;
import org.vivavoce.question.document.source.SetFault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A document costs memory and time in proportion to its size, whatever is in it: nobody
 * who may import can stop the service.
 */
class DocumentLimitsTests {

	private static final int SIZE = 400_000;

	/**
	 * Bytes that a reader may allocate for each byte of a document, most of them for a
	 * moment only. It grows with the size where a reader compares everything with
	 * everything.
	 */
	private static final long ALLOCATED = 4_000;

	private static final String[] PIECES = { "[", "]", "(", ")", "*", "_", "`", "<", ">", "!", "&", "\\", "#", "-", "+",
			"|", "\"", "'", "{", "}", ":", ",", "?", "%", "@", "a", "é", "1. ", "\n", "\n\n", "  ", "\t", "> ", "- ",
			"Junior", "Question: ", "Why? " };

	@AfterEach
	void forgetTheInterruption() {
		Thread.interrupted();
	}

	static Stream<String> hostile() {
		Random random = new Random(20_261);
		List<String> documents = new ArrayList<>();
		for (int number = 0; number < 60; number++) {
			String unit = IntStream.range(0, 1 + random.nextInt(6))
				.mapToObj((at) -> PIECES[random.nextInt(PIECES.length)])
				.collect(Collectors.joining());
			int width = List.of(10, 110, 3_000, SIZE).get(random.nextInt(4));
			String line = unit.repeat(Math.max(1, width / unit.length())) + "\n";
			documents.add(line.repeat(Math.max(1, SIZE / line.length())));
		}
		return documents.stream();
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("hostile")
	void whateverIsRepeatedCostsInProportionToItsSize(String document) {
		for (DocumentFormat format : DocumentFormat.values()) {
			ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
			long before = threads.getCurrentThreadAllocatedBytes();
			faults(format, document);
			assertThat(threads.getCurrentThreadAllocatedBytes() - before)
				.as("%s of %s", format, document.substring(0, Math.min(40, document.length())))
				.isLessThan(ALLOCATED * SIZE);
		}
	}

	@ParameterizedTest
	@EnumSource
	void aLineHasAnEnd(DocumentFormat format) {
		int longest = (format == DocumentFormat.YAML) ? DocumentLimits.YAML_LINE : DocumentLimits.LINE;
		assertThat(faults(format, "a\n" + "b".repeat(longest + 1)))
			.containsExactly(new SetFault(2, "the line is longer than " + longest + " characters"));
		assertThat(faults(format, "a\n" + "b".repeat(longest)))
			.noneMatch((fault) -> fault.message().contains("the line is longer"));
	}

	@Test
	void yamlTakesTwiceAsManyLines() {
		assertThat(faults(DocumentFormat.YAML, "# a\n".repeat(DocumentLimits.YAML_LINES)))
			.containsExactly(new SetFault(1, "the document is empty"));
		assertThat(faults(DocumentFormat.YAML, "# a\n".repeat(DocumentLimits.YAML_LINES + 1)))
			.containsExactly(new SetFault(100_000, "the document has more than 100000 lines"));
	}

	@Test
	void yamlHasSoManyKeysAndValues() {
		assertThat(faults(DocumentFormat.YAML, "[\n" + "1,1,1,1,1,1,1,1,1,1,\n".repeat(30_000) + "]")).containsExactly(
				new SetFault(20_001, "the document has more than 200000 keys, values, lists and mappings"));
	}

	@Test
	void yamlWithManyAliasesIsReadNoFurtherThanAnybodyReadsItsFaults() {
		assertThat(faults(DocumentFormat.YAML, "a: &a 1\nb:\n" + "- *a\n".repeat(90_000))).hasSize(100)
			.allMatch((fault) -> fault.line() < 110);
	}

	@Test
	void aTableHasSoManyCells() {
		assertThat(faults(DocumentFormat.CSV, "a\n" + ",".repeat(1_000)))
			.contains(new SetFault(2, "the row has more than 1000 cells"));
		assertThat(faults(DocumentFormat.CSV, (",".repeat(99) + "\n").repeat(5_001)))
			.contains(new SetFault(5_001, "the table has more than 500000 cells"));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			10001, 1, '[',     1, 'in the paragraph; up to 10000 are possible'
			10001, 1, '*a_ ',  1, 'in the paragraph; up to 10000 are possible'
			10001, 1, '[a](b)', 1, 'in the paragraph; up to 10000 are possible'
			9000, 56, '[',   111, 'in the document; up to 500000 are possible'
			""")
	void markdownHasSoManyMarks(int times, int paragraphs, String mark, int line, String message) {
		assertThat(faults(DocumentFormat.MARKDOWN, (mark.repeat(times) + "\n\n").repeat(paragraphs))).singleElement()
			.satisfies((fault) -> {
				assertThat(fault.line()).isEqualTo(line);
				assertThat(fault.message()).contains(message);
			});
	}

	@Test
	void markdownHasSoManyBlocks() {
		assertThat(faults(DocumentFormat.MARKDOWN,
				"|" + "a|".repeat(500) + "\n|" + "-|".repeat(500) + "\n" + ("|" + "b|".repeat(500) + "\n").repeat(500)))
			.containsExactly(
					new SetFault(402, "the document has more than 200000 paragraphs, headings and cells of tables"));
		assertThat(faults(DocumentFormat.MARKDOWN, "> - > - >\n".repeat(40_001))).containsExactly(
				new SetFault(40_001, "the document has more than 200000 signs of lists, items and quotations"));
	}

	@Test
	void aParagraphOfMarkdownHasAnEnd() {
		assertThat(faults(DocumentFormat.MARKDOWN, "# Rust\n\n" + ("a".repeat(100) + "\n").repeat(1_300)))
			.containsExactly(new SetFault(3, "the paragraph is longer than 131072 characters"));
		assertThat(faults(DocumentFormat.MARKDOWN, "(a\n".repeat(6_000)))
			.containsExactly(new SetFault(5_003, "the paragraph has more than 5000 lines"));
	}

	@Test
	void inCodeThereAreAsManyMarksAsAnybodyLikes() {
		assertThat(faults(DocumentFormat.MARKDOWN,
				"# Rust\n\n## Junior\n\n" + "```\n" + "a[*b] = **c;\n".repeat(40_000) + "```\n"))
			.noneMatch((fault) -> fault.message().contains("too many"));
	}

	@ParameterizedTest
	@EnumSource(names = { "YAML", "CSV", "MARKDOWN" })
	void twoThousandQuestionsWithLongAnswersAreRead(DocumentFormat format) {
		String document = switch (format) {
			case YAML -> "technology: rust\nlevels:\n- level: mid\n  questions:\n"
					+ questions("  - id: q%1$d\n    topic: a\n    prompt: Why %1$d?\n    strongAnswer: |\n      %2$s\n"
							+ "    redFlag: |\n      %2$s\n    keyPoints:\n    - {id: a, text: b}\n    - {id: b, text: c}\n");
			case CSV -> "technology,level,question,answer,red flag,key points\n"
					+ questions("rust,mid,Why %1$d?,\"%2$s\",\"%2$s\",a|b\n");
			default -> "# Rust\n\n## Mid\n\n"
					+ questions("### Why %1$d?\n\n%2$s\n\n**Red flag:** %2$s\n\n**Key points:**\n\n- a\n- b\n\n");
		};
		assertThat(document.length()).isGreaterThan(4_000_000).isLessThan(DocumentLimits.LARGEST);
		assertThat(faults(format, document)).singleElement()
			.extracting(SetFault::message)
			.asString()
			.containsAnyOf("2000 questions", "2000 entries");
	}

	private static String questions(String pattern) {
		String answer = "It *moves* the `value` a_b, see [the book](https://example.com/book). ".repeat(15).strip();
		return IntStream.range(0, 2_000)
			.mapToObj((number) -> pattern.formatted(number, answer))
			.collect(Collectors.joining());
	}

	@ParameterizedTest
	@EnumSource
	void whoIsInterruptedReadsNoFurther(DocumentFormat format) {
		String document = "level,question,answer,red flag\nJunior questions\n\n# Junior\n\n> a\n";
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> faults(format, document));
		assertThat(Thread.currentThread().isInterrupted()).isTrue();
	}

	@Test
	void theFormatIsToldByTheBeginning() {
		assertThat(DocumentFormat.detect("", "x".repeat(300_000) + "\nlevels:\n# Junior\n"))
			.isEqualTo(DocumentFormat.YAML);
		assertThat(DocumentFormat.detect("", "# Junior\n" + "x".repeat(300_000))).isEqualTo(DocumentFormat.MARKDOWN);
	}

	private static List<SetFault> faults(DocumentFormat format, String text) {
		return switch (format.read(text.getBytes(StandardCharsets.UTF_8), DocumentOverrides.NONE)) {
			case ParseResult.Accepted accepted -> List.of();
			case ParseResult.Refused refused -> refused.faults();
		};
	}

}
