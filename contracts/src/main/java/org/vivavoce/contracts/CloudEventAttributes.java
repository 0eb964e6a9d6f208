package org.vivavoce.contracts;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.function.Function;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The attributes of an event, from the headers of a record in binary mode or the members
 * of one in structured mode. What is not needed to fold the event is not read: extensions
 * of any name may travel with it.
 *
 * @param time null where the producer left it out
 * @param contentType of the data; null where the producer left it out
 */
record CloudEventAttributes(String id, String source, String type, @Nullable Instant time, @Nullable String contentType,
		@Nullable String traceparent) {

	static final String TRACEPARENT = "traceparent";

	static final String CONTENT_TYPE = "content-type";

	private static final String HEADER_PREFIX = "ce_";

	private static final String SPEC_VERSION = "1.0";

	/**
	 * Ids and sources are kept with everything that an event has written, so they are
	 * bounded.
	 */
	private static final int MAX_LENGTH = 1024;

	/**
	 * From headers; of several with one name the last counts.
	 * @throws UnreadableException when they are not those of a CloudEvent 1.0
	 */
	static CloudEventAttributes of(Headers headers) {
		return of((name) -> header(headers, HEADER_PREFIX + name), (name) -> "header " + HEADER_PREFIX + name,
				header(headers, CONTENT_TYPE), header(headers, TRACEPARENT));
	}

	/**
	 * From an event in structured mode.
	 * @throws UnreadableException when it is no CloudEvent 1.0
	 */
	static CloudEventAttributes of(JsonNode event) {
		Function<String, @Nullable String> member = (name) -> member(event, name);
		return of(member, (name) -> "member '" + name + "'", member.apply("datacontenttype"),
				member.apply(TRACEPARENT));
	}

	private static CloudEventAttributes of(Function<String, @Nullable String> values, Function<String, String> place,
			@Nullable String contentType, @Nullable String traceparent) {
		String version = required(values, place, "specversion");
		if (!version.equals(SPEC_VERSION)) {
			throw wrong(place.apply("specversion") + " is '" + version + "', expected '" + SPEC_VERSION + "'");
		}
		String source = bounded(values, place, "source");
		try {
			new URI(source);
		}
		catch (URISyntaxException ex) {
			throw wrong(place.apply("source") + " is no URI reference: " + ex.getReason());
		}
		return new CloudEventAttributes(bounded(values, place, "id"), source, required(values, place, "type"),
				time(values.apply("time"), place.apply("time")), contentType, traceparent);
	}

	private static String required(Function<String, @Nullable String> values, Function<String, String> place,
			String name) {
		String value = values.apply(name);
		if (value == null) {
			throw wrong(place.apply(name) + " is missing");
		}
		if (value.isBlank()) {
			throw wrong(place.apply(name) + " is empty");
		}
		return value;
	}

	private static String bounded(Function<String, @Nullable String> values, Function<String, String> place,
			String name) {
		String value = required(values, place, name);
		if (value.length() > MAX_LENGTH) {
			throw wrong(place.apply(name) + " is longer than " + MAX_LENGTH + " characters");
		}
		return value;
	}

	private static @Nullable Instant time(@Nullable String text, String place) {
		if (text == null) {
			return null;
		}
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException ex) {
			throw wrong(place + " is no time as RFC 3339 has it: '" + text + "'");
		}
	}

	private static @Nullable String header(Headers headers, String name) {
		Header last = headers.lastHeader(name);
		if (last == null) {
			return null;
		}
		if (last.value() == null) {
			throw wrong("header " + name + " has no value");
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(last.value())).toString();
		}
		catch (CharacterCodingException ex) {
			throw wrong("header " + name + " is not UTF-8");
		}
	}

	private static @Nullable String member(JsonNode event, String name) {
		JsonNode value = event.get(name);
		if (value == null) {
			return null;
		}
		if (!value.isString()) {
			throw wrong("member '" + name + "' of the CloudEvent is no text");
		}
		return value.stringValue();
	}

	/**
	 * Whether the record is a CloudEvent in structured mode, all of it in the value.
	 * @throws UnreadableException when the content type cannot be told
	 */
	static boolean isStructured(Headers headers) {
		String contentType = header(headers, CONTENT_TYPE);
		return contentType != null && isOfType(contentType, "application/cloudevents+json");
	}

	/**
	 * Whether the data is said to be something else than JSON.
	 */
	boolean isForeignData() {
		return this.contentType != null && !isOfType(this.contentType, "application/json");
	}

	/**
	 * Whether a content type, with any parameters, is this one.
	 */
	private static boolean isOfType(String contentType, String expected) {
		int parameters = contentType.indexOf(';');
		String type = (parameters < 0) ? contentType : contentType.substring(0, parameters);
		return type.strip().toLowerCase(Locale.ROOT).equals(expected);
	}

	private static UnreadableException wrong(String reason) {
		return new UnreadableException(Breach.Rule.WRONG_HEADERS,
				"the CloudEvents attributes cannot be read: " + reason);
	}

}
