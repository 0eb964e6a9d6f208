package org.vivavoce.platform.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

import org.vivavoce.contracts.Texts;
import org.vivavoce.platform.problem.UnfitTextException;

/**
 * Reads the texts of requests, all of them, and refuses what is no text: stored, it would
 * come back as something else.
 */
final class TextDeserializer extends StringDeserializer {

	@Override
	public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
		String text = super.deserialize(parser, context);
		if (text != null) {
			Texts.fault(text).ifPresent((fault) -> {
				throw new UnfitTextException(parser, fault);
			});
		}
		return text;
	}

}
