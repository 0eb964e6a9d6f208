package org.vivavoce.report.deadletter;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is wrong with a dead letter, in words.
 *
 * @param title what is wrong
 * @param readable whether it would be read if it came today
 * @param advice what to do about it
 * @param pointer JSON Pointer of the faulty field in the value; empty when it is not
 * about one
 * @param schema where the schema of the event can be read; null when the topic has none
 * @param expected what the schema wants at the field; null when it is not about one
 */
public record Explanation(String title, boolean readable, String advice, String pointer, @Nullable String schema,
		@Schema(types = {
				"object", "boolean", "null" }, implementation = Object.class) @Nullable JsonNode expected){

}
