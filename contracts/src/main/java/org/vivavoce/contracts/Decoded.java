package org.vivavoce.contracts;

/**
 * What came of reading a Kafka record.
 */
public sealed interface Decoded {

	/**
	 * A record that keeps the contract.
	 */
	record Read(Envelope envelope) implements Decoded {

	}

	/**
	 * A record that breaks the contract.
	 *
	 * @param reason one sentence that names the header or field
	 */
	record Unreadable(String reason) implements Decoded {

	}

}
