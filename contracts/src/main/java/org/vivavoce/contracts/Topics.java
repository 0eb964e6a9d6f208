package org.vivavoce.contracts;

import java.util.Optional;

/**
 * The names of the topics in one deployment.
 *
 * @param prefix goes before each name; empty by default
 */
public record Topics(String prefix) {

	/**
	 * Where records that cannot be read go, after the topic's name.
	 */
	public static final String DEAD_LETTER_SUFFIX = "-dlt";

	public String name(EventType type) {
		return this.prefix + type.eventName();
	}

	public String deadLetters(String topic) {
		return topic + DEAD_LETTER_SUFFIX;
	}

	Optional<EventType> typeOf(String topic) {
		return topic.startsWith(this.prefix) ? EventType.named(topic.substring(this.prefix.length()))
				: Optional.empty();
	}

}
