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
 * A dead letter on its page.
 *
 * @param edited what was typed instead of the value; null before
 * @param fault what is wrong with it; null when nothing is
 */
record DeadLetterView(DeadLetterService.OpenedDeadLetter opened, @Nullable String edited, @Nullable String fault) {

	private static final JsonMapper JSON = JsonMapper.shared();

	DeadLetterView typed(String text, String wrong) {
		return new DeadLetterView(this.opened, text, wrong);
	}

	public DeadLetter deadLetter() {
		return this.opened.deadLetter();
	}

	public Explanation explanation() {
		return this.opened.explanation();
	}

	public boolean editable() {
		return this.opened.editable();
	}

	/**
	 * The record; null when its content is not there.
	 */
	public @Nullable RawRecord raw() {
		return this.opened.raw();
	}

	private byte @Nullable [] value() {
		RawRecord raw = raw();
		return (raw != null) ? raw.value() : null;
	}

	/**
	 * What the value is: JSON, text, Base64 or nothing.
	 */
	public String format() {
		byte[] value = value();
		if (value == null) {
			return "none";
		}
		return Texts.json(value).isPresent() ? "JSON" : Texts.utf8(value).isPresent() ? "text" : "Base64";
	}

	public List<Line> lines() {
		byte[] value = value();
		if (value == null) {
			return List.of();
		}
		return Texts.json(value)
			.map((json) -> Lines.of(json, explanation().pointer()))
			.orElseGet(() -> Lines.of(text(value)));
	}

	public @Nullable String key() {
		RawRecord raw = raw();
		byte[] key = (raw != null) ? raw.key() : null;
		return (key != null) ? Lines.printable(text(key)) : deadLetter().key();
	}

	/**
	 * A header as the page shows it.
	 */
	public record ShownHeader(String name, String value) {

	}

	public List<ShownHeader> headers() {
		RawRecord raw = raw();
		return (raw == null) ? List.of()
				: raw.headers()
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
		byte[] value = value();
		return Texts.json(value)
			.map((json) -> JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json))
			.orElseGet(() -> (value != null) ? Texts.utf8(value).orElse("") : "");
	}

	/**
	 * What the contract wants at the field, as lines.
	 */
	public List<Line> expected() {
		return (explanation().expected() != null) ? Lines.of(Objects.requireNonNull(explanation().expected()), "")
				: List.of();
	}

	public String title() {
		return Explanations.title(deadLetter().kind());
	}

	public boolean sendable() {
		return deadLetter().content() == Content.KEPT;
	}

	public boolean discardable() {
		return deadLetter().state() != DeadLetterState.DISCARDED;
	}

	/**
	 * Newest first.
	 */
	public List<HistoryEntry> history() {
		return deadLetter().history().reversed();
	}

	private static String text(byte[] bytes) {
		return Texts.utf8(bytes).orElseGet(() -> Base64.getEncoder().encodeToString(bytes));
	}

}
