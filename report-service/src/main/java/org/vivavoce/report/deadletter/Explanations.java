package org.vivavoce.report.deadletter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.vivavoce.contracts.Breach;
import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.Topics;

/**
 * Explains kinds of faults by the contract.
 */
public final class Explanations {

	private final Map<String, EventType> events;

	private final Map<EventType, JsonNode> schemas;

	public Explanations(Topics topics) {
		this.events = Arrays.stream(EventType.values()).collect(Collectors.toMap(topics::name, Function.identity()));
		this.schemas = Arrays.stream(EventType.values())
			.collect(Collectors.toMap(Function.identity(), Explanations::schema));
	}

	private static JsonNode schema(EventType type) {
		String resource = "/org/vivavoce/contracts/schemas/" + type.eventName() + ".v1.json";
		try (InputStream stream = EventType.class.getResourceAsStream(resource)) {
			return JsonMapper.shared().readTree(stream);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A kind in words, for example "Field “rating” is missing".
	 */
	public static String title(String kind) {
		String field = kind.contains(":") ? "Field “" + kind.substring(kind.indexOf(':') + 1).replace(".*", "[]") + "”"
				: "The value";
		return switch (kind.contains(":") ? kind.substring(0, kind.indexOf(':')) : kind) {
			case "missing-field" -> field + " is missing";
			case "wrong-field" -> field + " is not as agreed";
			case "not-json" -> "The value is not JSON";
			case "missing-value" -> "There is no value";
			case "missing-key" -> "There is no key";
			case "wrong-key" -> "The key is not an id";
			case "foreign-key" -> "The key is not the candidate";
			case "wrong-headers" -> "The CloudEvents headers cannot be read";
			case "wrong-type" -> "Another type or version is announced";
			case "wrong-content-type" -> "The content type is not JSON";
			case "unknown-topic" -> "No event is agreed for this topic";
			case Refusal.TOO_LARGE -> "The record is too large to be kept here";
			case "wrong-time" -> "The event is dated out of bounds";
			case "wrong-text" -> "A text has characters that are none";
			case "undecodable" -> "The record cannot be decoded";
			case Refusal.UNWRITABLE -> "It could not be stored";
			case Refusal.READABLE -> "It can be read by now";
			default -> kind;
		};
	}

	/**
	 * Explain a dead letter.
	 * @param breach what is wrong by today's contract; null when nothing is, or the
	 * record is not there
	 */
	public Explanation explain(DeadLetter deadLetter, @Nullable Breach breach) {
		Optional<EventType> event = Optional.ofNullable(this.events.get(deadLetter.topic()));
		String kind = (breach != null) ? breach.kind()
				: (deadLetter.content() == Content.KEPT && !deadLetter.kind().equals(Refusal.UNWRITABLE))
						? Refusal.READABLE : deadLetter.kind();
		return new Explanation(title(kind), kind.equals(Refusal.READABLE), advice(kind, deadLetter),
				(breach != null) ? breach.pointer() : "",
				event.map((type) -> "/docs/schemas/" + type.eventName() + ".v1.json").orElse(null),
				event.map(this.schemas::get)
					.filter((schema) -> breach != null && !breach.field().isEmpty())
					.map((schema) -> at(schema, breach != null ? breach.field() : ""))
					.filter((expected) -> !expected.isMissingNode())
					.orElse(null));
	}

	private static JsonNode at(JsonNode schema, String field) {
		JsonNode found = schema;
		for (String step : field.split("\\.")) {
			found = !step.equals("*") ? found.path("properties").path(step)
					: found.has("items") ? found.path("items") : found.path("additionalProperties");
		}
		return found;
	}

	private static String advice(String kind, DeadLetter deadLetter) {
		if (deadLetter.content() == Content.FORGOTTEN) {
			return "Its content was removed, because the person it was about has been forgotten. Nothing is left to do.";
		}
		return switch (kind.replaceFirst(":.*", "")) {
			case "missing-field", "wrong-field", "not-json", "missing-value", "wrong-content-type" ->
				"Whoever writes to this topic has to keep its schema. Correct the producer and let it send the event "
						+ "again; then discard this one.";
			case "missing-key", "wrong-key", "foreign-key" ->
				"The key of a record is the candidate's id, the same as candidateId in its value. A record cannot be "
						+ "given another key here: correct the producer and let it send the event again.";
			case "wrong-headers", "wrong-type" ->
				"The headers ce_specversion, ce_id, ce_source and ce_type have to be there, and ce_type has to be the "
						+ "type of this topic. If a newer version of Viva Voce knows this type, upgrade and send it again.";
			case Refusal.TOO_LARGE -> "The record is still where it was refused. Let its producer send a smaller one.";
			case "wrong-time" ->
				"Events lie between 1970 and a day ahead of the clock here: a wrong clock must not have the last word "
						+ "about a person. Set the producer's clock right and let it send the event again; then discard "
						+ "this one.";
			case Refusal.UNWRITABLE ->
				"The record keeps the contract, but what it belongs to is full, or the store refuses it, as the reason "
						+ "says. Make room (a smaller note, fewer interviews under one candidate, a larger "
						+ "vivavoce.store.max-document-size), then send it again.";
			case Refusal.READABLE ->
				"The contract has moved on since this record was refused. Send it again, and it will be read.";
			default -> "Look at the reason and at the record.";
		};
	}

}
