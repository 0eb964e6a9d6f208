package org.vivavoce.question.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.document.DocumentFormat;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.source.SetFault;
import org.vivavoce.question.lint.LintResponse;

/**
 * The import of a document as its template sees it.
 *
 * @param text what was pasted or chosen
 * @param format extension of the format that it was read in; empty when there is nothing
 * @param reason why, for the history; may be empty
 * @param readAs title of the format that it was read in
 * @param preview what an import would do; null before somebody has asked, or with faults
 * @param seen names the preview when it is confirmed
 * @param news why it is shown once more; null the first time
 */
public record ImportPage(String text, String format, String technology, String reason, String readAs,
		List<Fault> faults, @Nullable PreviewResponse preview, String seen, @Nullable String news) {

	private static final int AROUND = 1;

	private static final int WIDEST = 160;

	static final String DOCUMENT_CHANGED = "The document is not the one that was previewed. This is what it would do now.";

	static final String SET_CHANGED = "Somebody else has changed the set since the preview. This is what the document would do now.";

	/**
	 * A fault with the lines around it.
	 */
	public record Fault(int line, String message, List<Source> source) {

	}

	/**
	 * One line of the document.
	 *
	 * @param faulty whether it is the one that is meant
	 */
	public record Source(int number, String text, boolean faulty) {

	}

	static ImportPage of(ImportForm form) {
		return new ImportPage(form.text(), form.text().isBlank() ? "" : form.format().extension(), form.technology(),
				form.reason(), form.format().title(), List.of(), null, "", null);
	}

	public static ImportPage faulty(ImportForm form, List<SetFault> faults) {
		ImportPage page = of(form);
		List<String> lines = page.text.lines().toList();
		return new ImportPage(page.text, page.format, page.technology, page.reason, page.readAs,
				faults.stream()
					.map((fault) -> new Fault(fault.line(), fault.message(), around(lines, fault.line())))
					.toList(),
				null, "", null);
	}

	static ImportPage preview(ImportForm form, PreviewResponse preview) {
		ImportPage page = of(form);
		String token = form.token(preview.currentRevision());
		String news = null;
		if (!form.seen().isEmpty() && !form.seen().equals(token)) {
			news = form.hasSeenDocument() ? SET_CHANGED : DOCUMENT_CHANGED;
		}
		return new ImportPage(page.text, page.format, page.technology, page.reason, page.readAs, List.of(), preview,
				token, news);
	}

	/**
	 * A format that can be chosen.
	 */
	public record Choice(String value, String title, boolean chosen) {

	}

	public List<Choice> formats() {
		return Arrays.stream(DocumentFormat.values())
			.map((each) -> new Choice(each.extension(), each.title(), each.extension().equals(this.format)))
			.toList();
	}

	/**
	 * What of a question changes, as people call it.
	 */
	public String labels(PreviewResponse.Previewed question) {
		return question.fields().stream().map((field) -> switch (field) {
			case "prompt" -> "question";
			case "ratingAnchors" -> "ratings";
			default -> field.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
		}).collect(Collectors.joining(", "));
	}

	/**
	 * What changes about the set, as people call it.
	 */
	public String name(SetChangeResponse change) {
		return switch (change.field()) {
			case "order" -> "The questions are in another order";
			case "experience" -> "Years of experience";
			case "focus" -> "Focus";
			default -> "Title";
		};
	}

	/**
	 * How many questions each level would have, as people say it.
	 */
	public String levels() {
		return (this.preview == null) ? ""
				: this.preview.levels()
					.stream()
					.map((level) -> level.questions() + " " + FieldRules.name(level.level()))
					.collect(Collectors.joining(", "));
	}

	/**
	 * What a finding is about.
	 */
	public String prompt(LintResponse.Found finding) {
		return (this.preview == null) ? ""
				: Stream.concat(this.preview.added().stream(), this.preview.changed().stream())
					.filter((question) -> question.id().equals(finding.questionId()))
					.map(PreviewResponse.Previewed::prompt)
					.findFirst()
					.orElse(Objects.requireNonNullElse(finding.questionId(), ""));
	}

	/**
	 * Whether an import would change anything.
	 */
	public boolean changes() {
		return this.preview != null && !Integer.valueOf(this.preview.revision()).equals(this.preview.currentRevision());
	}

	private static List<Source> around(List<String> lines, int line) {
		return IntStream.rangeClosed(Math.max(1, line - AROUND), Math.min(lines.size(), line + AROUND))
			.mapToObj((number) -> new Source(number, cut(lines.get(number - 1)), number == line))
			.toList();
	}

	private static String cut(String line) {
		return (line.length() <= WIDEST) ? line : line.substring(0, WIDEST) + "…";
	}

}
