package org.vivavoce.report.deadletter;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter with its record, its explanation and its history.
 *
 * @param record null when its content is not there
 * @param editable whether it can be sent with another value
 */
@Schema(name = "LetterResponse")
record DeadLetterResponse(@JsonUnwrapped DeadLetterSummary summary, Explanation explanation, @Nullable Raw record,
		boolean editable, List<Entry> history) {

	/**
	 * The record as its producer wrote it.
	 */
	record Raw(@Nullable Bytes key, List<Header> headers, @Nullable Bytes value) {

	}

	/**
	 * A header.
	 */
	record Header(String name, @Nullable Bytes value) {

	}

	/**
	 * Bytes: as text where they are UTF-8, else in Base64.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(minProperties = 1, maxProperties = 1)
	record Bytes(@Nullable String text, @Nullable String base64) {

		static @Nullable Bytes of(byte @Nullable [] bytes) {
			return (bytes == null) ? null
					: Texts.utf8(bytes)
						.map((text) -> new Bytes(text, null))
						.orElseGet(() -> new Bytes(null, Base64.getEncoder().encodeToString(bytes)));
		}

	}

	/**
	 * What was done.
	 *
	 * @param what refused, sending, sent, discarded or forgotten
	 * @param by who did it
	 * @param attempt which sending it belongs to
	 * @param replay the replay that it was part of
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Entry(HistoryEntry.What what, Instant at, @Nullable String by, @Nullable Integer attempt,
			@Nullable String replay, @Nullable String note) {

	}

	static DeadLetterResponse of(DeadLetterService.OpenedDeadLetter opened) {
		RawRecord raw = opened.raw();
		return new DeadLetterResponse(DeadLetterSummary.of(opened.deadLetter()), opened.explanation(),
				(raw != null) ? new Raw(Bytes.of(raw.key()),
						raw.headers()
							.stream()
							.map((header) -> new Header(header.name(), Bytes.of(header.value())))
							.toList(),
						Bytes.of(raw.value())) : null,
				opened.editable(),
				opened.deadLetter()
					.history()
					.stream()
					.map((entry) -> new Entry(entry.what(), entry.at(), entry.by(), entry.attempt(), entry.replay(),
							entry.note()))
					.toList());
	}

}
