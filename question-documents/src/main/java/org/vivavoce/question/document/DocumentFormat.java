package org.vivavoce.question.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.document.csv.CsvReader;
import org.vivavoce.question.document.csv.CsvWriter;
import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.document.markdown.MarkdownReader;
import org.vivavoce.question.document.markdown.MarkdownWriter;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.LevelName;
import org.vivavoce.question.document.source.ParseResult;
import org.vivavoce.question.document.source.Part;
import org.vivavoce.question.document.source.TextUnit;
import org.vivavoce.question.document.text.TextReader;
import org.vivavoce.question.document.text.TextUnits;
import org.vivavoce.question.document.yaml.YamlReader;
import org.vivavoce.question.document.yaml.YamlWriter;

/**
 * A format that question sets are written in.
 */
public enum DocumentFormat {

	YAML("yaml", "YAML", List.of("application/yaml", "application/x-yaml", "text/yaml"), YamlReader::read,
			YamlWriter::write),

	CSV("csv", "CSV", List.of("text/csv"), CsvReader::read, CsvWriter::write),

	MARKDOWN("md", "Markdown", List.of("text/markdown"), MarkdownReader::read, MarkdownWriter::write),

	TEXT("txt", "Plain text", List.of("text/plain"), TextReader::read, null);

	private final String extension;

	private final String title;

	private final List<String> types;

	private final BiFunction<byte[], DocumentOverrides, ParseResult> reader;

	private final @Nullable Function<QuestionSetDraft, String> writer;

	DocumentFormat(String extension, String title, List<String> types,
			BiFunction<byte[], DocumentOverrides, ParseResult> reader,
			@Nullable Function<QuestionSetDraft, String> writer) {
		this.extension = extension;
		this.title = title;
		this.types = types;
		this.reader = reader;
		this.writer = writer;
	}

	/**
	 * The format of a media type without parameters.
	 * @throws IllegalArgumentException when it is the type of none
	 */
	public static DocumentFormat ofType(String type) {
		return Arrays.stream(values())
			.filter((format) -> format.types.contains(type.toLowerCase(Locale.ROOT)))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(type + " is the type of no document"));
	}

	/**
	 * The format that a document seems to have.
	 * @param filename may be empty
	 * @return YAML when nothing tells
	 */
	public static DocumentFormat detect(String filename, String text) {
		String extension = filename.substring(filename.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return switch (extension) {
			case "yaml", "yml" -> YAML;
			case "csv", "tsv" -> CSV;
			case "md", "markdown" -> MARKDOWN;
			default -> detect(text);
		};
	}

	private static DocumentFormat detect(String text) {
		String first = text.lines().filter((line) -> !line.isBlank()).findFirst().orElse("");
		long columns = Arrays.stream(first.split("[,;\t]")).filter((name) -> Part.of(name).isPresent()).count();
		if (text.lines().anyMatch((line) -> line.matches("levels\\s*:.*"))) {
			return YAML;
		}
		if (columns > 1 || first.matches("(?i)\uFEFF?\"?sep=.*")) {
			return CSV;
		}
		if (text.lines()
			.anyMatch(
					(line) -> line.startsWith("#") && line.matches("#{1,6} .*") && LevelName.find(line).isPresent())) {
			return MARKDOWN;
		}
		boolean headed = TextUnits.of(text).stream().map(TextUnit::of).anyMatch(TextUnit::levelHeading);
		return headed ? TEXT : YAML;
	}

	/**
	 * Of a file's name, without a dot.
	 */
	public String extension() {
		return this.extension;
	}

	public String title() {
		return this.title;
	}

	/**
	 * Its media types, the usual one first.
	 */
	public List<String> types() {
		return this.types;
	}

	public ParseResult read(byte[] document, DocumentOverrides documentOverrides) {
		return this.reader.apply(document, documentOverrides);
	}

	/**
	 * Whether sets are also written in it; plain text has no place for ids.
	 */
	public boolean written() {
		return this.writer != null;
	}

	/**
	 * Write a set.
	 * @throws IllegalStateException when it is not {@link #written}
	 */
	public String write(QuestionSetDraft set) {
		if (this.writer == null) {
			throw new IllegalStateException("Nothing is written as " + this.title);
		}
		return this.writer.apply(set);
	}

}
