package org.vivavoce.embedded;

import java.util.List;
import java.util.Map;

/**
 * Who is let in to a broker, and how.
 *
 * @param protocol Kafka's name of the protocol that clients speak, for example
 * {@code SASL_SSL}
 * @param settings of the broker in Kafka's words: key stores, mechanisms, login modules
 * @param scramUsers users that exist from the first start on, as Kafka's storage tool
 * takes them: {@code SCRAM-SHA-512=[name=alice,password=…]}
 */
public record BrokerSecurity(String protocol, Map<String, String> settings, List<String> scramUsers) {

	/** For loopback: everybody is let in. */
	public static final BrokerSecurity NONE = new BrokerSecurity("PLAINTEXT", Map.of(), List.of());

	public BrokerSecurity {
		settings = Map.copyOf(settings);
		scramUsers = List.copyOf(scramUsers);
	}

}
