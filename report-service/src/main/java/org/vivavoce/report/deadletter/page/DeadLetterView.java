package org.vivavoce.report.deadletter.page;

import java.util.Base64;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.vivavoce.report.deadletter.Content;
import org.vivavoce.report.deadletter.DeadLetter;
import org.vivavoce.report.deadletter.DeadLetterService;
import org.vivavoce.report.deadletter.DeadLetterState;
import org.vivavoce.report.deadletter.Explanation;
import org.vivavoce.report.deadletter.Explanations;
import org.vivavoce.report.deadletter.HistoryEntry;
import org.vivavoce.report.deadletter.RawRecord;
import org.vivavoce.report.deadletter.Texts;

/**
 * A letter on its page.
 *
 * @param editable whether it can be sent with another value
 * @param edited what was typed instead of the value; null before
 * @param fault what is wrong with it; null when nothing is
 */
record DeadLetterView(DeadLetter letter, Explanation explanation, @Nullable RawRecord raw, boolean editable,
		@Nullable String edited, @Nullable String fault) {

	private static final JsonMapper JSON = JsonMapper.shared();

	static DeadLetterView of(DeadLetterService.Opened opened, Explanation explanation, boolean editable) {
		return new DeadLetterView(opened.letter(), explanation, opened.raw(), editable && opened.raw() != null, null,
				null);
	}

	DeadLetterView typed(String text, String wrong) {
		return new DeadLetterView(this.letter, this.explanation, this.raw, this.editable, text, wrong);
	}

	/**
	 * What the value is: JSON, text, Base64 or nothing.
	 */
	public String format() {
		byte[] value = (this.raw != null) ? this.raw.value() : null;
		if (value == null) {
			return "none";
		}
		return Texts.json(value).isPresent() ? "JSON" : Texts.utf8(value).isPresent() ? "text" : "Base64";
	}

	public List<Line> lines() {
		byte[] value = (this.raw != null) ? this.raw.value() : null;
		if (value == null) {
			return List.of();
		}
		return Texts.json(value)
			.map((json) -> Lines.of(json, this.explanation.pointer()))
			.orElseGet(() -> Lines.of(text(value)));
	}

	public @Nullable String key() {
		return (this.raw != null && this.raw.key() != null) ? Lines.printable(text(this.raw.key())) : this.letter.key();
	}

	/**
	 * A header as the page shows it.
	 */
	public record ShownHeader(String name, String value) {

	}

	public List<ShownHeader> headers() {
		return (this.raw == null) ? List.of()
				: this.raw.headers()
					.stream()
					.map((header) -> new ShownHeader(Lines.printable(header.name()),
							(header.value() != null) ? Lines.printable(text(header.value())) : ""))
					.toList();
	}

	/**
	 * The value to start editing with.
	 */
	public String editing() {
		if (this.edited != null) {
			return this.edited;
		}
		byte[] value = (this.raw != null) ? this.raw.value() : null;
		return Texts.json(value)
			.map((json) -> JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json))
			.orElseGet(() -> (value != null) ? Texts.utf8(value).orElse("") : "");
	}

	/**
	 * What the contract wants at the field, as lines.
	 */
	public List<Line> expected() {
		return (this.explanation.expected() != null) ? Lines.of(Objects.requireNonNull(this.explanation.expected()), "")
				: List.of();
	}

	public String title() {
		return Explanations.title(this.letter.kind());
	}

	public boolean sendable() {
		return this.letter.content() == Content.KEPT;
	}

	public boolean discardable() {
		return this.letter.state() != DeadLetterState.DISCARDED;
	}

	/**
	 * Newest first.
	 */
	public List<HistoryEntry> history() {
		return this.letter.history().reversed();
	}

	private static String text(byte[] bytes) {
		return Texts.utf8(bytes).orElseGet(() -> Base64.getEncoder().encodeToString(bytes));
	}

}
