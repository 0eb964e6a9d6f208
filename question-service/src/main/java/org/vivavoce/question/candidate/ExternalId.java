package org.vivavoce.question.candidate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A person's id in another system.
 */
public record ExternalId(String system, String id) {

	/**
	 * Ids by system as a list in the order of the systems.
	 */
	public static List<ExternalId> of(Map<String, String> bySystem) {
		return bySystem.entrySet()
			.stream()
			.map((entry) -> new ExternalId(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparing(ExternalId::system))
			.toList();
	}

}
